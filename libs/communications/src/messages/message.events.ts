import { declareEvent } from '#platform';

export const MessageQueued = declareEvent<{ messageId: string }>('MessageQueued');
