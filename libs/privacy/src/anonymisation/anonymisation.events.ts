import { declareEvent } from '#platform';

/** Decided by whoever may; carried out by a job, which sees every row whoever's it is. */
export const PersonErasureOrdered = declareEvent<{ personId: string }>('PersonErasureOrdered');
