import { isRefusal, newId } from '#kernel';
import { NotAllowed, NotFound, PageArgs } from '#platform';
import { administrator, anonymous, byLink, staffOf, testApp, type TestApp } from '#support';
import { InstitutionRepository } from './institution.repository.js';
import type { InstitutionDraft } from './institution.rules.js';
import { InstitutionService } from './institution.service.js';

let app: TestApp;
let service: InstitutionService;

beforeAll(async () => {
  app = await testApp();
  service = app.get(InstitutionService);
});
afterAll(() => app.close());

const draft = (change: Partial<InstitutionDraft> = {}): InstitutionDraft => ({
  name: `Municipalidad ${newId()}`,
  kind: 'municipality',
  country: 'PE',
  ...change,
});

async function outcome(change: InstitutionDraft): Promise<string | [string, string | undefined]> {
  const answer = await service.create(administrator, change);
  return isRefusal(answer) ? [answer.code, answer.field] : 'created';
}

async function found(words: string): Promise<string[]> {
  const page = Object.assign(new PageArgs(), { first: 50 });
  const { rows } = await app.get(InstitutionRepository).found({ words, kind: null }, page);
  return rows.map(({ name }) => name);
}

describe('an institution', () => {
  it('is described by organisers of any event, and by nobody else', async () => {
    const organiser = await service.create(staffOf(newId()), draft());
    expect(isRefusal(organiser)).toBe(false);
    const link = byLink({ purpose: 'delegation', eventId: newId(), subjectId: newId() });
    for (const viewer of [staffOf(newId(), 'reader'), link, anonymous]) {
      await expect(service.create(viewer, draft())).rejects.toBeInstanceOf(NotAllowed);
      await expect(service.update(viewer, newId(), draft())).rejects.toBeInstanceOf(NotAllowed);
    }
  });

  it('is there once by name, kind and territory, whatever the case and accents', async () => {
    const place = { territorySystem: 'INEI', territoryCode: '080101' } as const;
    const name = `Ñahuimpuquio ${newId()}`;
    expect(await outcome(draft({ name, ...place }))).toBe('created');
    expect(await outcome(draft({ name: name.toUpperCase().replace('Ñ', 'N'), ...place }))).toEqual([
      'INSTITUTION_EXISTS',
      'name',
    ]);
    expect(await outcome(draft({ name, ...place, territoryCode: '080102' }))).toBe('created');
    expect(await outcome(draft({ name, ...place, kind: 'ngo' }))).toBe('created');
  });

  it('stands in a territory that is there', async () => {
    const place = { territorySystem: 'INEI', territoryCode: '999999' } as const;
    expect(await outcome(draft(place))).toEqual(['TERRITORY_UNKNOWN', 'territory']);
  });

  it('changes as a whole, but stays what it is for the demonstration', async () => {
    const made = await service.create(administrator, draft({ isDemonstration: true, shortName: 'MDC' }));
    if (isRefusal(made)) throw new Error(made.code);
    const name = `Municipalidad ${newId()}`;
    const changed = await service.update(administrator, made.id, draft({ name, kind: 'mancomunidad' }));
    expect(changed).toEqual({ ...made, name, kind: 'mancomunidad', shortName: null });
    await expect(service.update(administrator, newId(), draft())).rejects.toBeInstanceOf(NotFound);
  });
});

describe('twenty people who describe the same at once', () => {
  const race = async (name: string): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => outcome(draft({ name }))));
    return answers.filter((answer) => answer === 'created').length;
  };

  it('make one institution', async () => {
    expect(await race(`Única ${newId()}`)).toBe(1);
  });

  it('would make twenty without the index', async () => {
    const other = await testApp();
    try {
      await other.dataSource.query('DROP INDEX institution_once');
      const unlocked = other.get(InstitutionService);
      const one = draft();
      const answers = await Promise.all(Array.from({ length: 20 }, () => unlocked.create(administrator, one)));
      expect(answers.filter((answer) => !isRefusal(answer)).length).toBe(20);
    } finally {
      await other.close();
    }
  });
});

describe('a search', () => {
  beforeAll(async () => {
    await service.create(administrator, draft({ name: 'CITEtextil Camélidos Cusco', kind: 'cite' }));
    await service.create(administrator, draft({ name: 'Instituto Ñan 100%', shortName: 'INÁN' }));
  });

  it.each([
    ['camelidos', ['CITEtextil Camélidos Cusco']],
    ['CAMÉLIDOS CUSCO', ['CITEtextil Camélidos Cusco']],
    ['nan 1', ['Instituto Ñan 100%']],
    ['inan', ['Instituto Ñan 100%']],
    ['100%', ['Instituto Ñan 100%']],
    ['1%%', []],
    ['insti_uto', []],
    ["'; DROP TABLE institution; --", []],
  ])('for %j', async (words, names) => {
    expect(await found(words)).toEqual(names);
  });

  it('pages through all of them in one order, each once', async () => {
    const repository = app.get(InstitutionRepository);
    const names: string[] = [];
    let after: string | undefined;
    let hasNext = true;
    while (hasNext) {
      const page = await repository.found({ words: null, kind: 'municipality' }, { first: 2, after });
      names.push(...page.rows.map(({ name }) => name));
      after = page.cursor(page.rows[page.rows.length - 1]);
      hasNext = page.hasNext;
    }
    const all = await repository.found({ words: null, kind: 'municipality' }, { first: 200 });
    expect(names).toEqual(all.rows.map(({ name }) => name));
    expect(names.length).toBe(all.total);
  });
});
