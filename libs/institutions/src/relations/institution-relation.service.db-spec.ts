import { isRefusal, newId } from '#kernel';
import { NotAllowed, NotFound } from '#platform';
import { administrator, anonymous, staffOf, testApp, type TestApp } from '#support';
import { InstitutionService } from '../institutions/institution.service.js';
import type { InstitutionKind } from '../institutions/institution.rules.js';
import { InstitutionRelationRepository } from './institution-relation.repository.js';
import { InstitutionRelationService, type RelationDraft } from './institution-relation.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function anInstitution(kind: InstitutionKind, name: string = newId(), on: TestApp = app): Promise<string> {
  const made = await on.get(InstitutionService).create(administrator, { name, kind, country: 'PE' });
  if (isRefusal(made)) throw new Error(made.code);
  return made.id;
}

async function outcome(draft: RelationDraft, on: TestApp = app): Promise<string> {
  const answer = await on.get(InstitutionRelationService).relate(administrator, draft);
  return isRefusal(answer) ? answer.code : 'related';
}

const names = (rows: Map<string, { name: string }[]>, id: string): string[] =>
  (rows.get(id) ?? []).map(({ name }) => name);

describe('a relation', () => {
  it('is read from both ends, by name', async () => {
    const mancomunidad = await anInstitution('mancomunidad', 'Mancomunidad Ausangate');
    const members = [
      await anInstitution('municipality', 'Ocongate'),
      await anInstitution('municipality', 'Ccatcca'),
      await anInstitution('municipality', 'Ácora'),
    ];
    for (const institutionId of members) await outcome({ kind: 'member_of', institutionId, ofId: mancomunidad });
    const relations = app.get(InstitutionRelationRepository);
    expect(names(await relations.thoseOf('member_of', [mancomunidad]), mancomunidad)).toEqual([
      'Ácora',
      'Ccatcca',
      'Ocongate',
    ]);
    expect(names(await relations.ofWhich('member_of', members), members[0])).toEqual(['Mancomunidad Ausangate']);
    expect(names(await relations.thoseOf('network_of', [mancomunidad]), mancomunidad)).toEqual([]);
  });

  it('is there once, and never the other way round as well', async () => {
    const [agency, ministry] = [await anInstitution('agency'), await anInstitution('ministry')];
    const draft = { kind: 'attached_to', institutionId: agency, ofId: ministry } as const;
    expect(await outcome(draft)).toBe('related');
    expect(await outcome(draft)).toBe('RELATION_EXISTS');
    expect(await outcome({ ...draft, institutionId: ministry, ofId: agency })).toBe('RELATION_EXISTS');
    expect(await outcome({ ...draft, kind: 'network_of' })).toBe('related');
  });

  it('is taken away again', async () => {
    const draft = {
      kind: 'network_of',
      institutionId: await anInstitution('cite'),
      ofId: await anInstitution('agency'),
    } as const;
    const relations = app.get(InstitutionRelationService);
    await outcome(draft);
    expect(await relations.unrelate(administrator, draft)).toBe(true);
    expect(await relations.unrelate(administrator, draft)).toBe(false);
    expect(await outcome(draft)).toBe('related');
  });

  it('is made by organisers, between institutions that are there', async () => {
    const draft = { kind: 'network_of', institutionId: newId(), ofId: newId() } as const;
    const relations = app.get(InstitutionRelationService);
    for (const viewer of [anonymous, staffOf(newId(), 'reader')]) {
      await expect(relations.relate(viewer, draft)).rejects.toBeInstanceOf(NotAllowed);
      expect(() => relations.unrelate(viewer, draft)).toThrow(NotAllowed);
    }
    await expect(relations.relate(staffOf(newId()), draft)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('two who attach each to the other at once', () => {
  async function race(on: TestApp): Promise<number> {
    const [one, other] = [await anInstitution('agency', newId(), on), await anInstitution('agency', newId(), on)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => {
        const ends = turn % 2 ? { institutionId: one, ofId: other } : { institutionId: other, ofId: one };
        return outcome({ kind: 'attached_to', ...ends }, on);
      }),
    );
    return answers.filter((answer) => answer === 'related').length;
  }

  it('make one relation', async () => {
    expect(await race(app)).toBe(1);
  });

  it('would make a circle without the index', async () => {
    const unlocked = await testApp();
    try {
      await unlocked.dataSource.query('DROP INDEX institution_relation_once');
      expect(await race(unlocked)).toBe(20);
    } finally {
      await unlocked.close();
    }
  });
});
