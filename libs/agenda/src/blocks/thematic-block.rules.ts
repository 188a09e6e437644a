import { declareRefusals } from '#kernel';

/** The threads of the palette that a block may be woven in; screens always print the block's name beside them. */
export const blockColours = ['teal', 'cochineal', 'green', 'adobe', 'night'] as const;

export type BlockColour = (typeof blockColours)[number];

export const blockRefusals = declareRefusals({
  BLOCK_NAME_TAKEN: {
    es: 'El evento ya tiene un bloque llamado «{name}». Elija otro nombre.',
    en: 'The event already has a block called “{name}”. Choose another name.',
  },
  BLOCK_HAS_SESSIONS: {
    es: 'El bloque «{name}» tiene {sessions} sesiones. Páselas a otro bloque antes de quitarlo.',
    en: 'The block “{name}” has {sessions} sessions. Give them another block before it is removed.',
  },
  BLOCK_ORDER_UNFIT: {
    es: 'El orden debe nombrar cada bloque exactamente una vez. Recargue la lista y ordénela de nuevo.',
    en: 'The order must name every block exactly once. Reload the list and order it again.',
  },
  BLOCK_UNKNOWN: {
    es: 'Ese bloque temático no es de este evento. Elija uno de su lista.',
    en: 'That thematic block is not of this event. Choose one of its list.',
  },
});
