import { declareRefusals } from '#kernel';

/** The threads of the palette that a block may be woven in; screens always print the block's name beside them. */
export const blockColours = ['teal', 'cochineal', 'green', 'adobe', 'night'] as const;

export type BlockColour = (typeof blockColours)[number];

export const blockRefusals = declareRefusals({
  BLOCK_NAME_TAKEN: {
    es: 'El evento ya tiene un bloque llamado «{name}». Elija otro nombre.',
    en: 'The event already has a block called “{name}”. Choose another name.',
  },
  BLOCK_UNKNOWN: {
    es: 'Ese bloque temático no es de este evento. Elija uno de su lista.',
    en: 'That thematic block is not of this event. Choose one of its list.',
  },
});
