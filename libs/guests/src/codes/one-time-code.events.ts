import { declareEvent } from '#platform';

export const OneTimeCodeRequested = declareEvent<{ codeId: string }>('OneTimeCodeRequested');
