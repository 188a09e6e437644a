/** `draft` is the agenda that organisers work on: it is no row until it is published. */
export const agendaStates = ['draft', 'published', 'superseded'] as const;

export type AgendaState = (typeof agendaStates)[number];
