import { InstitutionService } from '#institutions';
import { isRefusal, newId, type Refusal } from '#kernel';
import { NotAllowed, NotFound } from '#platform';
import { administrator, anonymous, staffOf, testApp, type TestApp } from '#support';
import { PersonService } from '../persons/person.service.js';
import { Position } from './position.entity.js';
import { PositionRepository } from './position.repository.js';
import type { PositionDraft } from './position.rules.js';
import { PositionService } from './position.service.js';

let app: TestApp;
let service: PositionService;
let draft: PositionDraft;

function made<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error((answer as Refusal).code);
  return answer;
}

beforeAll(async () => {
  app = await testApp();
  service = app.get(PositionService);
  const person = made(
    await app.get(PersonService).create(administrator, { givenNames: 'Rosa', familyNames: 'Quispe' }),
  );
  const institution = made(
    await app.get(InstitutionService).create(administrator, { name: newId(), kind: 'municipality', country: 'PE' }),
  );
  const ids = { personId: person.id, institutionId: institution.id };
  draft = { ...ids, title: 'Alcaldesa', startsOn: '2023-01-01', endsOn: '2026-12-31' };
});
afterAll(() => app.close());

describe('a position', () => {
  it('keeps its calendar days as they are, whatever the zone of the process', async () => {
    const { id, organizationId } = made(await service.create(administrator, draft));
    const row = await app.get(PositionRepository).byId(id);
    expect(row).toEqual({ id, organizationId, ...draft, archivedAt: null });
  });

  it('is listed with the others of the person, the latest first', async () => {
    const earlier = { ...draft, title: 'Regidora', startsOn: '2019-01-01', endsOn: '2022-12-31' };
    const personId = made(
      await app.get(PersonService).create(administrator, { givenNames: 'Rosa', familyNames: 'Otra' }),
    ).id;
    for (const one of [earlier, draft]) await service.create(administrator, { ...one, personId });
    const rows = (await app.get(PositionRepository).ofPersons([personId])).get(personId) ?? [];
    expect(rows.map(({ title }) => title)).toEqual(['Alcaldesa', 'Regidora']);
  });

  it('ends later or earlier, but never before it starts', async () => {
    const { id } = made(await service.create(administrator, draft));
    const change = { title: 'Alcaldesa', startsOn: '2023-01-01' };
    expect(made(await service.update(administrator, id, { ...change, endsOn: '2025-06-20' })).endsOn).toBe(
      '2025-06-20',
    );
    const refused = await service.update(administrator, id, { ...change, endsOn: '2022-12-31' });
    expect(isRefusal(refused) && refused.code).toBe('POSITION_ENDS_BEFORE_START');
    const stored = app.dataSource.getRepository(Position).update({ id }, { endsOn: '2022-12-31' });
    await expect(stored).rejects.toThrow('position_ends_after_start');
  });

  it('is of a person and an institution that are there', async () => {
    await expect(service.create(administrator, { ...draft, personId: newId() })).rejects.toThrow('No such person');
    await expect(service.create(administrator, { ...draft, institutionId: newId() })).rejects.toThrow(
      'No such institution',
    );
    await expect(service.update(administrator, newId(), draft)).rejects.toBeInstanceOf(NotFound);
  });

  it('is described by organisers of any event of its organisation, and by nobody else', async () => {
    const made = await service.create(administrator, draft);
    if (isRefusal(made)) throw new Error(made.code);
    const reader = staffOf(newId(), 'reader', made.organizationId);
    await expect(service.create(reader, draft)).rejects.toBeInstanceOf(NotAllowed);
    await expect(service.update(reader, made.id, draft)).rejects.toBeInstanceOf(NotAllowed);
    for (const viewer of [staffOf(newId()), anonymous]) {
      await expect(service.create(viewer, draft)).rejects.toBeInstanceOf(NotFound);
      await expect(service.update(viewer, made.id, draft)).rejects.toBeInstanceOf(NotFound);
    }
  });
});
