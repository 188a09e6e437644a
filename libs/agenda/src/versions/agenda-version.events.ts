import { declareEvent } from '#platform';

export const AgendaPublished = declareEvent<{ eventId: string; versionId: string }>('AgendaPublished');
