import { declareRefusals, type Refusal } from '#kernel';

/**
 * `member_of`: a municipality of its mancomunidad, a mancomunidad of its association. `network_of`: a CITE of the network that an
 * institute runs. `attached_to`: an agency of its ministry.
 */
export const relationKinds = ['member_of', 'network_of', 'attached_to'] as const;
export type RelationKind = (typeof relationKinds)[number];

export const relationRefusals = declareRefusals({
  RELATION_WITH_ITSELF: {
    es: 'Una institución no puede relacionarse consigo misma. Elija otra.',
    en: 'An institution cannot be related to itself. Choose another.',
  },
  RELATION_EXISTS: {
    es: 'Estas dos instituciones ya tienen una relación de este tipo. Quite la anterior si quiere cambiarla.',
    en: 'These two institutions already have a relation of this kind. Remove it first to change it.',
  },
  RELATION_UNFIT: {
    es: 'De una mancomunidad son miembros las municipalidades y los gobiernos regionales. Elija otra institución u otra relación.',
    en: 'Members of a mancomunidad are municipalities and regional governments. Choose another institution or relation.',
  },
});

export interface RelationEnds {
  readonly kind: RelationKind;
  readonly institution: { readonly id: string; readonly kind: string };
  readonly of: { readonly id: string; readonly kind: string };
}

const membersOfMancomunidad = ['municipality', 'regional_government'];

/** Why the two cannot be related so; null when they can. */
export function relationFault({ kind, institution, of }: RelationEnds): Refusal | null {
  if (institution.id === of.id) return relationRefusals.RELATION_WITH_ITSELF({}, 'ofId');
  const isMembership = kind === 'member_of' && of.kind === 'mancomunidad';
  if (isMembership && !membersOfMancomunidad.includes(institution.kind)) {
    return relationRefusals.RELATION_UNFIT({}, 'institutionId');
  }
  return null;
}
