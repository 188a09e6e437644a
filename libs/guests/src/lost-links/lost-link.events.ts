import { declareEvent } from '#platform';

export const LostLinksRequested = declareEvent<{ requestId: string }>('LostLinksRequested');
