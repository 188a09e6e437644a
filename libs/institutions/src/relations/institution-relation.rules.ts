/**
 * `member_of`: a municipality of its mancomunidad, a mancomunidad of its association. `network_of`: a CITE of the network that an
 * institute runs. `attached_to`: an agency of its ministry.
 */
export const relationKinds = ['member_of', 'network_of', 'attached_to'] as const;
export type RelationKind = (typeof relationKinds)[number];
