import { declareEvent } from '#platform';

/** It is time to remind. Whoever reacts reads the subject's present state first: it may have ended meanwhile. */
export const ReminderDue = declareEvent<{ reminderId: string; subjectKind: string; subjectId: string }>('ReminderDue');
