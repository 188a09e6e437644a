import { isRefusal, newId, type Refusal } from '#kernel';
import { NotAllowed, NotFound, UnitOfWork } from '#platform';
import { administrator, anonymous, byLink, staffOf, testApp, type TestApp } from '#support';
import { Person } from './person.entity.js';
import { PersonRepository } from './person.repository.js';
import { PersonService } from './person.service.js';

let app: TestApp;
let service: PersonService;

beforeAll(async () => {
  app = await testApp();
  service = app.get(PersonService);
});
afterAll(() => app.close());

const draft = { givenNames: 'Rosa', familyNames: 'Quispe Mamani', email: 'oficina@muni.gob.example' };

function made(answer: Person | Refusal): Person {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

describe('a person', () => {
  it('may share an e-mail with another', async () => {
    const [one, other] = [await service.create(administrator, draft), await service.create(administrator, draft)];
    expect([made(one).email, made(other).email]).toEqual([draft.email, draft.email]);
    expect(made(one).id).not.toBe(made(other).id);
  });

  it('is described by organisers of any event of its organisation, and by nobody else', async () => {
    const { id, organizationId } = made(await service.create(administrator, draft));
    const organiser = staffOf(newId(), 'organiser', organizationId);
    expect(made(await service.create(organiser, draft)).organizationId).toBe(organizationId);
    expect(made(await service.update(organiser, id, draft)).id).toBe(id);
    const reader = staffOf(newId(), 'reader', organizationId);
    const link = byLink({ purpose: 'delegation', eventId: newId(), subjectId: newId() });
    for (const viewer of [reader, link, anonymous]) {
      await expect(service.create(viewer, draft)).rejects.toBeInstanceOf(NotAllowed);
    }
    await expect(service.update(reader, id, draft)).rejects.toBeInstanceOf(NotAllowed);
    for (const viewer of [staffOf(newId()), link, anonymous]) {
      await expect(service.update(viewer, id, draft)).rejects.toBeInstanceOf(NotFound);
      const wished = { ...draft, organizationId };
      await expect(service.create(viewer, wished)).rejects.toBeInstanceOf(NotAllowed);
    }
  });

  it('changes as a whole; language and label stay unless said', async () => {
    const before = made(await service.create(administrator, { ...draft, language: 'en', isDemonstration: true }));
    const after = await service.update(administrator, before.id, { givenNames: 'Rosa María', familyNames: 'Quispe' });
    expect(after).toEqual({ ...before, givenNames: 'Rosa María', familyNames: 'Quispe', email: null });
    await expect(service.update(administrator, newId(), draft)).rejects.toBeInstanceOf(NotFound);
  });

  it('is not there when the work that added them is undone', async () => {
    const unitOfWork = app.get(UnitOfWork);
    const added = await unitOfWork.run(async (work) => unitOfWork.undo(made(await service.add(work, draft))));
    expect(await app.get(PersonRepository).byId((added as Person).id)).toBeNull();
  });

  it('cannot have an address with a second one in it, whoever writes it', async () => {
    const insert = app.dataSource.getRepository(Person).insert({
      ...made(await service.create(administrator, draft)),
      id: newId(),
      email: 'a@b.example\r\nBcc: c@d.example',
    });
    await expect(insert).rejects.toThrow('violates check constraint');
  });
});

describe('a search', () => {
  it('finds people whatever the case and accents, by family names', async () => {
    await service.create(administrator, { givenNames: 'Óscar', familyNames: 'Ñahui Sulca' });
    await service.create(administrator, { givenNames: 'Nélida', familyNames: 'Ñahui Ccopa' });
    const { rows, total } = await app
      .get(PersonRepository)
      .found({ organizations: null, words: 'NAHUI' }, { first: 10 });
    expect(rows.map(({ givenNames }) => givenNames)).toEqual(['Nélida', 'Óscar']);
    expect(total).toBe(2);
    const byFullName = await app
      .get(PersonRepository)
      .found({ organizations: null, words: 'oscar nahui' }, { first: 10 });
    expect(byFullName.rows.map(({ givenNames }) => givenNames)).toEqual(['Óscar']);
  });
});

describe('a list', () => {
  const names = (rows: readonly Person[]) => rows.map(({ givenNames }) => givenNames);

  it.each(['name', 'nameDescending', 'newest'] as const)('has each person on one page, by %s', async (order) => {
    for (const givenNames of ['Ana', 'Beto', 'Ciro', 'Dora', 'Elmer'])
      await service.create(administrator, { givenNames, familyNames: `Pachas ${order}` });
    const repository = app.get(PersonRepository);
    const search = { organizations: null, words: `pachas ${order}`, order };
    const pages = [await repository.found(search, { first: 2 })];
    while (pages.at(-1)!.hasNext) {
      const last = pages.at(-1)!;
      pages.push(await repository.found(search, { first: 2, after: last.cursor(last.rows.at(-1)!) }));
    }
    const { rows } = await repository.found(search, { first: 10 });
    expect(pages.flatMap((page) => names(page.rows))).toEqual(names(rows));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(names(rows).sort()).toEqual(['Ana', 'Beto', 'Ciro', 'Dora', 'Elmer']);
  });

  it('tells how many there are also behind its end', async () => {
    const end = { first: 10, after: Buffer.from('o900').toString('base64url') };
    const { rows, total } = await app.get(PersonRepository).found({ organizations: null, words: 'pachas' }, end);
    expect([rows, total]).toEqual([[], 15]);
  });

  it('shows who may be there twice: by the name, accents aside, or by the document', async () => {
    const document = { documentType: 'passport', documentNumber: 'AB123456' } as const;
    const [one, same, alone, holder, other] = [
      made(await service.create(administrator, { givenNames: 'Tomás', familyNames: 'Ayma Layme' })),
      made(
        await service.create(administrator, { givenNames: 'TOMAS', familyNames: 'Ayma Láyme', email: 't@a.example' }),
      ),
      made(await service.create(administrator, { givenNames: 'Tomasa', familyNames: 'Ayma Layme' })),
      made(await service.create(administrator, { givenNames: 'Uriel', familyNames: 'Ayma', ...document })),
      made(await service.create(administrator, { givenNames: 'Uri', familyNames: 'Ayma L.', ...document })),
    ].map(({ id }) => id);
    const repository = app.get(PersonRepository);
    const { rows } = await repository.found({ organizations: null, words: 'ayma', hasTwin: true }, { first: 10 });
    expect(rows.map(({ id }) => id).sort()).toEqual([one, same, holder, other].sort());
    const twins = await repository.twinsOf([one, alone, holder]);
    expect([one, alone, holder].map((id) => twins.get(id)?.map((twin) => twin.id))).toEqual([
      [same],
      undefined,
      [other],
    ]);
  });

  it('finds who is called alike before somebody is added twice', async () => {
    const { organizationId } = made(await service.create(administrator, { givenNames: 'Fé', familyNames: 'Ñaupa' }));
    const repository = app.get(PersonRepository);
    const found = await repository.similar(organizationId, { givenNames: 'fe', familyNames: 'NAUPA' });
    expect(names(found)).toEqual(['Fé']);
  });
});
