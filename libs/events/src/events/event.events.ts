import { declareEvent } from '#platform';

export const EventPublished = declareEvent<{ eventId: string }>('EventPublished');
export const EventClosed = declareEvent<{ eventId: string }>('EventClosed');
