import { LinkService } from '#identity';
import { theSystem } from '#platform';
import {
  DelegationRepository,
  InvitationRepository,
  InvitationService,
  RegistrationRepository,
  type Delegation,
} from '#registrations';
import { testApi, type TestApi } from '#support';
import { gzipSync } from 'node:zlib';
import { aDelegation, anEvent, anInstitution, done, people } from '../factories/delegations.js';
import { post, textOf, valueOf, visit } from '../factories/pages.js';

describe('the pages of invitations and delegations', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.close());

  const pathOf = (linkId: string | null, purpose: 'delegation' | 'invitation') =>
    new URL(api.get(LinkService).urlOf(linkId ?? '', purpose)).pathname;

  async function invited(quota = 3) {
    const event = await anEvent(api);
    const institution = await anInstitution(api);
    const person = { givenNames: 'Julián', familyNames: 'Huamán Ccopa', email: 'jhuaman@muni.example' };
    const rows = [{ institutionId: institution.id, quota, person }];
    const { done: sent, refusals } = await api.get(InvitationService).inviteFocalPoints(theSystem, event.id, rows);
    expect(refusals).toEqual([]);
    const [invitation] = sent;
    return { invitation, event, institution, path: pathOf(invitation.linkId, 'invitation') };
  }

  const stateOf = async (id: string) => (await api.get(InvitationRepository).byId(id))?.state;
  const delegationPath = (delegation: Delegation) => pathOf(delegation.linkId, 'delegation');
  const membersOf = (id: string) => api.get(RegistrationRepository).activeOf(id);

  /** The fields of rows of the form, as a browser sends them. */
  function rows(count: number, from = 0): Record<string, string> {
    return Object.fromEntries(
      people(from + count)
        .slice(from)
        .flatMap((person, row) => Object.entries(person).map(([field, text]) => [`people.${row}.${field}`, text])),
    );
  }

  it('says who invites, to what and until when, and changes nothing by being looked at', async () => {
    const { invitation, event, institution, path } = await invited();
    const page = await visit(api.url, path);
    expect(page.status).toBe(200);
    const text = textOf(page.html);
    for (const part of [
      event.name,
      institution.name,
      'Julián Huamán Ccopa',
      'Cusco',
      '3 personas',
      'jueves 19 de junio',
    ]) {
      expect(text.includes(part) ? part : text).toBe(part);
    }
    expect(await stateOf(invitation.id)).toBe('queued');
    expect(gzipSync(page.html).length).toBeLessThan(10_240);
  });

  it("leads a focal point's yes to the delegation's page, however often it is tapped", async () => {
    const { invitation, path } = await invited();
    const answers = await Promise.all([1, 2].map(() => post(api.url, path, { do: 'aceptar' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[1].location).toBe(answers[0].location);
    const delegation = await api.get(DelegationRepository).byId(invitation.subjectId ?? '');
    expect(answers[0].location).toBe(pathOf(delegation?.linkId ?? null, 'delegation'));
    expect([delegation?.state, delegation?.focalPointPersonId]).toEqual(['opened', invitation.personId]);
    const again = await visit(api.url, path);
    expect(textOf(again.html)).toContain('Usted aceptó ser el punto focal.');
  });

  it('tells what was answered when it is answered otherwise afterwards', async () => {
    const { invitation, path } = await invited();
    await post(api.url, path, { do: 'declinar' });
    const page = await post(api.url, path, { do: 'aceptar' });
    expect(page.status).toBe(422);
    expect(textOf(page.html)).toContain('Esta invitación ya fue respondida.');
    expect(textOf(page.html)).toContain('Usted respondió que no puede aceptar.');
    expect(await stateOf(invitation.id)).toBe('declined');
  });

  it('passes an invitation on to somebody else, who gets one of their own', async () => {
    const { invitation, path } = await invited();
    const fields = { do: 'delegar', givenNames: 'Nélida', familyNames: 'Ticona Flores' };
    const wrong = await post(api.url, path, { ...fields, email: 'sin arroba' });
    expect([wrong.status, valueOf(wrong.html, 'familyNames')]).toEqual([422, 'Ticona Flores']);
    expect(await stateOf(invitation.id)).toBe('queued');
    const right = await post(api.url, path, { ...fields, email: 'nticona@muni.example' });
    expect(right.status).toBe(303);
    expect(textOf((await visit(api.url, path)).html)).toContain('Usted pasó la invitación a Nélida Ticona Flores');
    const row = await api.get(InvitationRepository).byId(invitation.id);
    const next = await api.get(InvitationRepository).byId(row?.delegatedToId ?? '');
    const accepted = await post(api.url, pathOf(next?.linkId ?? null, 'invitation'), { do: 'aceptar' });
    expect(accepted.location?.startsWith('/d/')).toBe(true);
  });

  it('registers a delegation of three and refuses the fourth kindly, keeping what was typed', async () => {
    const delegation = await aDelegation(api, { quota: 3 });
    const path = delegationPath(delegation);
    const form = await visit(api.url, path);
    const submission = valueOf(form.html, 'submission') ?? '';
    const added = await post(api.url, path, { do: 'agregar', submission, ...rows(3) });
    expect([added.status, added.location]).toEqual([303, `${path}?hecho=agregado`]);
    expect(textOf((await visit(api.url, added.location ?? '')).html)).toContain('3 de 3 lugares ocupados');
    const fourth = await post(api.url, path, { do: 'agregar', ...rows(1, 3) });
    expect(fourth.status).toBe(422);
    const text = textOf(fourth.html);
    expect(text).toContain('lugares ocupados, 3 de 3; lugares pedidos, 1. Retire a alguien');
    expect(valueOf(fourth.html, 'people.0.email')).toBe('persona4@mancomunidad.example');
    expect((await membersOf(delegation.id)).length).toBe(3);
  });

  it('sends a double tap once', async () => {
    const delegation = await aDelegation(api, { quota: 3 });
    const path = delegationPath(delegation);
    const submission = valueOf((await visit(api.url, path)).html, 'submission') ?? '';
    const fields = { do: 'agregar', submission, ...rows(2) };
    const taps = await Promise.all([1, 2, 3, 4, 5].map(() => post(api.url, path, fields)));
    expect(taps.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect((await membersOf(delegation.id)).length).toBe(2);
  });

  it('links each fault to its field, skips empty rows and enters nobody', async () => {
    const delegation = await aDelegation(api);
    const fields = { ...rows(1), 'people.2.givenNames': 'Óscar', 'people.2.email': 'a@b.example,c@d.example' };
    const page = await post(api.url, delegationPath(delegation), { do: 'agregar', ...fields });
    expect(page.status).toBe(422);
    const targets = [...page.html.matchAll(/<a href="#(people[^"]*)"/g)].map(([, target]) => target);
    expect(targets).toEqual(['people.1.familyNames', 'people.1.positionTitle', 'people.1.email']);
    for (const target of targets) expect(page.html).toContain(`id="${target}"`);
    expect(valueOf(page.html, 'people.1.givenNames')).toBe('Óscar');
    expect((await membersOf(delegation.id)).length).toBe(0);
  });

  it('takes a document whose check digit is wrong, shows it masked and says what to check', async () => {
    const delegation = await aDelegation(api);
    const path = delegationPath(delegation);
    const document = { 'people.0.documentType': 'dni', 'people.0.documentNumber': '17.801.146-1' };
    const refused = await post(api.url, path, { do: 'agregar', ...rows(1), ...document, 'people.0.documentType': '' });
    expect([refused.status, valueOf(refused.html, 'people.0.documentNumber')]).toEqual([422, '17.801.146-1']);
    expect(textOf(refused.html)).toContain('Elija el tipo de documento de ese número.');
    expect((await post(api.url, path, { do: 'agregar', ...rows(1), ...document })).status).toBe(303);
    const list = textOf((await visit(api.url, path)).html);
    expect(list).toContain('DNI (Perú) ****1146');
    expect(list).toContain('el dígito de verificación no corresponde');
    expect(list.includes('17801146')).toBe(false);
  });

  it('notes that the people were told what their data is for, when the focal point says so', async () => {
    const delegation = await aDelegation(api);
    const path = delegationPath(delegation);
    const page = await visit(api.url, path);
    expect(textOf(page.html)).toContain('Estas personas saben que las inscribo');
    await post(api.url, path, { do: 'agregar', aviso: '1', ...rows(2) });
    await post(api.url, path, { do: 'agregar', ...rows(1, 2) });
    const consents = await api.dataSource.query<object[]>(
      `SELECT purpose, text_version, consent.language, given_on FROM consent
       JOIN registration ON registration.person_id = consent.person_id WHERE delegation_id = $1`,
      [delegation.id],
    );
    const told = { purpose: 'registration', text_version: 1, language: 'es', given_on: 'focal_point' };
    expect(consents).toEqual([told, told]);
  });

  it('puts on the waiting list whom the quota cannot take', async () => {
    const delegation = await aDelegation(api, { quota: 1 });
    const path = delegationPath(delegation);
    await post(api.url, path, { do: 'agregar', ...rows(1) });
    const waiting = await post(api.url, path, { do: 'esperar', ...rows(1, 1) });
    expect(waiting.location).toBe(`${path}?hecho=espera`);
    expect((await membersOf(delegation.id)).map(({ state }) => state)).toEqual(['draft', 'waitlisted']);
  });

  it('confirms everybody when the delegation is sent, corrects a name and frees the seat of who is withdrawn', async () => {
    const delegation = await aDelegation(api, { quota: 3 });
    const path = delegationPath(delegation);
    await post(api.url, path, { do: 'agregar', ...rows(2) });
    expect((await post(api.url, path, { do: 'enviar' })).location).toBe(`${path}?hecho=enviado`);
    const [first, second] = await membersOf(delegation.id);
    expect([first.state, second.state]).toEqual(['confirmed', 'confirmed']);
    const memberPage = await visit(api.url, `${path}?persona=${first.id}`);
    expect(valueOf(memberPage.html, 'people.0.givenNames')).toBe('Rosa');
    const corrected = { ...rows(1), 'people.0.givenNames': 'Rosa María', do: 'corregir', id: first.id };
    expect((await post(api.url, path, corrected)).location).toBe(`${path}?hecho=corregido`);
    expect((await post(api.url, path, { do: 'retirar', id: second.id })).location).toBe(`${path}?hecho=retirado`);
    const page = textOf((await visit(api.url, path)).html);
    expect(page).toContain('Rosa María Quispe Mamani');
    expect(page).toContain('1 de 3 lugares ocupados');
  });

  it("answers NotFound for another delegation's person, and changes nothing", async () => {
    const mine = await aDelegation(api);
    const other = await aDelegation(api, { eventId: mine.eventId });
    await post(api.url, delegationPath(other), { do: 'agregar', ...rows(1) });
    const [foreign] = await membersOf(other.id);
    const path = delegationPath(mine);
    expect((await visit(api.url, `${path}?persona=${foreign.id}`)).status).toBe(404);
    expect((await post(api.url, path, { do: 'retirar', id: foreign.id })).status).toBe(404);
    expect((await post(api.url, path, { do: 'corregir', id: foreign.id, ...rows(1) })).status).toBe(404);
    expect((await post(api.url, path, { do: 'aceptar', id: 'no-uuid' })).status).toBe(404);
    expect((await membersOf(other.id)).map(({ state }) => state)).toEqual(['draft']);
  });

  it('says why a bad link opens nothing and how to mend it', async () => {
    const { invitation, path } = await invited();
    const delegation = await aDelegation(api);
    const crossed = delegationPath(delegation).replace('/d/', '/i/');
    const unknown = await Promise.all(['/i/nada', '/d/nada', crossed].map((bad) => visit(api.url, bad)));
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
    done(await api.get(InvitationService).resend(theSystem, invitation.id));
    const replaced = await visit(api.url, path);
    expect([replaced.status, textOf(replaced.html).includes('Hay un enlace más reciente')]).toEqual([410, true]);
    const newer = await api.get(InvitationRepository).byId(invitation.id);
    const newPath = pathOf(newer?.linkId ?? null, 'invitation');
    expect((await visit(api.url, newPath)).status).toBe(200);
    done(await api.get(InvitationService).revoke(theSystem, invitation.id));
    const revoked = await post(api.url, newPath, { do: 'aceptar' });
    expect([revoked.status, textOf(revoked.html).includes('Este enlace fue retirado')]).toEqual([410, true]);
    expect(await stateOf(invitation.id)).toBe('revoked');
  });

  it('closes with the event: the link of a delegation ends when the last day is over', async () => {
    const delegation = await aDelegation(api);
    const before = api.clock.now();
    api.clock.set(new Date('2025-06-22T05:00:00Z'));
    const page = await visit(api.url, `${delegationPath(delegation)}?lang=en`);
    api.clock.set(before);
    expect([page.status, textOf(page.html).includes('This link has expired')]).toEqual([410, true]);
  });
});
