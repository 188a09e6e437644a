/** What an account may be given at an organisation, where it holds at all its events, or at one event: the highest first. */
export const roles = ['owner', 'organiser', 'communications', 'reception', 'reader'] as const;

export type Role = (typeof roles)[number];
