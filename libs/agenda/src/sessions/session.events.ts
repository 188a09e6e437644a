import { declareEvent } from '#platform';

/** Its start, its end or its room is another one now. */
export const SessionMoved = declareEvent<{ sessionId: string }>('SessionMoved');
export const SessionCancelled = declareEvent<{ sessionId: string }>('SessionCancelled');
