import { relationFault, type RelationEnds } from './institution-relation.rules.js';

const one = (kind: string, id = kind) => ({ id, kind });
const codeOf = (ends: RelationEnds) => relationFault(ends)?.code ?? null;

describe('two institutions', () => {
  it.each([
    ['member_of', 'municipality', 'mancomunidad'],
    ['member_of', 'regional_government', 'mancomunidad'],
    ['member_of', 'mancomunidad', 'association'],
    ['network_of', 'cite', 'agency'],
    ['attached_to', 'agency', 'ministry'],
  ] as const)('can be related: %s, %s, %s', (kind, institution, of) => {
    expect(codeOf({ kind, institution: one(institution), of: one(of) })).toBeNull();
  });

  it('cannot be related so when it is not for municipalities or regional governments', () => {
    const ends = { institution: one('university'), of: one('mancomunidad') };
    expect(codeOf({ kind: 'member_of', ...ends })).toBe('RELATION_UNFIT');
  });

  it('cannot be one and the same', () => {
    const ministry = one('ministry');
    expect(codeOf({ kind: 'attached_to', institution: ministry, of: ministry })).toBe('RELATION_WITH_ITSELF');
  });
});
