/** How often the queue is asked anew. */
export const everySeconds = 5;

/** The browser's own zone: the queue belongs to no event. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
