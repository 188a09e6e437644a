import { LinkService } from '#identity';
import { RegistrationRepository, type Delegation } from '#registrations';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, isLeafType, isNonNullType } from 'graphql';
import { aDelegation, anEvent } from '../factories/delegations.js';
import { post } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

/**
 * Nobody approves or promotes themselves, and no field is taken that a form does not show: cal.com took the team of a webhook from
 * whoever named one (CVE-2026-16624, GHSA-4fwh-xxpv-xfm6), alf.io let users of one organisation change those of another (CVE-2023-2260).
 */
let api: TestApi;
let eventId: string;
let organizationId: string;
let organiser: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  ({ id: eventId, organizationId } = await anEvent(api));
  organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
});
afterAll(() => api.close());

const tokenOf = ({ linkId }: Delegation): string =>
  new URL(api.get(LinkService).urlOf(linkId ?? '', 'delegation')).pathname.split('/').at(-1) ?? '';

/** The code of the error or of the refusal; null where it was done. */
async function codeOf(query: string, who: { cookie?: string; link?: string }, variables = {}): Promise<string | null> {
  const { data, errors } = await graphql<{ answer?: { code?: string } } | null>(api.url, query, { ...who, variables });
  return errors?.[0].extensions.code ?? data?.answer?.code ?? null;
}

const row = { 'people.0.givenNames': 'Rosa', 'people.0.familyNames': 'Quispe', 'people.0.positionTitle': 'Alcaldesa' };

async function aSentDelegation() {
  const delegation = await aDelegation(api, { eventId, quota: 2, needsReview: true });
  const path = `/d/${tokenOf(delegation)}`;
  const jar = new CookieJar();
  await post(api.url, path, { do: 'agregar', ...row }, jar);
  await post(api.url, path, { do: 'enviar' }, jar);
  const [registration] = await api.get(RegistrationRepository).activeOf(delegation.id);
  return { delegation, registration, path, jar };
}

describe('a focal point', () => {
  it('does not confirm, accredit or enlarge what is its own; the organiser does', async () => {
    const { delegation, registration } = await aSentDelegation();
    expect(registration.state).toBe('under_review');
    const refused = '... on Refusal { code }';
    const deeds = [
      `mutation { answer: confirmRegistration(id: "${registration.id}") { ${refused} } }`,
      `mutation { answer: changeQuota(id: "${delegation.id}", quota: 99) { ${refused} } }`,
      `mutation { answer: openDelegation(id: "${delegation.id}") { ${refused} } }`,
      `mutation { answer: accreditDelegation(id: "${delegation.id}") { ${refused} } }`,
    ];
    const link = tokenOf(delegation);
    expect(await Promise.all(deeds.map((deed) => codeOf(deed, { link })))).toEqual(deeds.map(() => 'FORBIDDEN'));
    const [after] = await api.get(RegistrationRepository).activeOf(delegation.id);
    expect(after.state).toBe('under_review');
    expect(await codeOf(deeds[0], { cookie: organiser.cookie })).toBeNull();
    expect(await codeOf(deeds[3], { cookie: organiser.cookie })).toBeNull();
  });

  it('sets nothing by fields that its form does not have', async () => {
    const { delegation, registration, path, jar } = await aSentDelegation();
    const extra = { state: 'confirmed', quota: '99', eventId, needsReview: 'false', isAdministrator: 'true' };
    const named = Object.entries(extra).flatMap(([name, value]) => [
      [name, value],
      [`people.0.${name}`, value],
    ]);
    const fields = {
      ...(Object.fromEntries(named) as Record<string, string>),
      id: registration.id,
      ...row,
      'people.0.givenNames': 'Nélida',
    };
    for (const wish of ['confirmar', 'acreditar', 'agregar', 'corregir', 'aceptar', 'enviar']) {
      const { status } = await post(api.url, path, { ...fields, do: wish }, jar);
      expect([wish, status < 500]).toEqual([wish, true]);
    }
    const [{ quota, state, needs_review: needsReview }] = await api.dataSource.query<Record<string, unknown>[]>(
      'SELECT quota, state, needs_review FROM delegation WHERE id = $1',
      [delegation.id],
    );
    expect({ quota, needsReview, accredited: state === 'accredited' }).toEqual({
      quota: 2,
      needsReview: true,
      accredited: false,
    });
    const states = (await api.get(RegistrationRepository).activeOf(delegation.id)).map((one) => one.state);
    expect(states.filter((one) => one === 'confirmed')).toEqual([]);
  });
});

describe('an input of the API', () => {
  it('takes no field that it does not declare, in any mutation', async () => {
    const wishes = [
      'state',
      'status',
      'isAdministrator',
      'organizationId',
      'eventId',
      'capacity',
      'role',
      'id',
      'createdAt',
    ];
    const mutations = Object.values(api.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {});
    const taken: string[] = [];
    let asked = 0;
    for (const { name, args, type: mutated } of mutations) {
      for (const arg of args) {
        const type = getNamedType(arg.type);
        if (!isInputObjectType(type)) continue;
        for (const wish of wishes.filter((one) => !(one in type.getFields()))) {
          const selection = isLeafType(getNamedType(mutated)) ? '' : '{ __typename }';
          const others = args.filter((one) => one !== arg && isNonNullType(one.type));
          const declared = [`$it: ${String(arg.type)}`, ...others.map((one) => `$${one.name}: ${String(one.type)}`)];
          const given = [`${arg.name}: $it`, ...others.map((one) => `${one.name}: $${one.name}`)];
          const query = `mutation (${declared.join(', ')}) { ${name}(${given.join(', ')}) ${selection} }`;
          const { errors } = await graphql(api.url, query, {
            cookie: organiser.cookie,
            variables: { it: { [wish]: 'x' } },
          });
          asked += 1;
          if (!errors?.some(({ message }) => message.includes(`"${wish}" is not defined`)))
            taken.push(`${name} ${wish}`);
        }
      }
    }
    expect(taken).toEqual([]);
    expect(asked).toBeGreaterThan(150);
  });
});

/** All that an account may, as the database has it. */
async function rolesOf({ accountId }: SignedInStaff): Promise<unknown> {
  return api.dataSource.query('SELECT role, event_id FROM event_staff WHERE account_id = $1', [accountId]);
}

describe('nobody gives themselves a right', () => {
  const grant = `mutation ($email: String!, $place: RolePlaceInput!, $role: EventRole!) {
    answer: grantRole(email: $email, place: $place, role: $role) { ... on Refusal { code } } }`;
  const grantEvent = `mutation ($input: GrantEventRoleInput!) { answer: grantEventRole(input: $input) { ... on Refusal { code } } }`;

  it.each([
    ['reader', 'FORBIDDEN'],
    ['reception', 'FORBIDDEN'],
    ['communications', 'FORBIDDEN'],
    ['organiser', 'ROLE_IS_YOURS'],
    ['owner', 'ROLE_IS_YOURS'],
  ] as const)('as %s of an event', async (role, code) => {
    const staff = await signedIn(api, { roles: { [eventId]: role } });
    const before = await rolesOf(staff);
    for (const wish of ['owner', 'organiser'] as const) {
      expect(await codeOf(grant, staff, { email: staff.email, place: { eventId }, role: wish })).toBe(code);
      expect(await codeOf(grantEvent, staff, { input: { eventId, email: staff.email, role: wish } })).toBe(code);
      const everywhere = { email: staff.email, place: { organizationId }, role: wish };
      expect(await codeOf(grant, staff, everywhere)).toBe('FORBIDDEN');
      const { email } = await signedIn(api);
      expect(await codeOf(grant, staff, { ...everywhere, email })).toBe('FORBIDDEN');
    }
    expect(await rolesOf(staff)).toEqual(before);
  });

  it('nor an account, a key or an organisation; an owner gives roles, so the question is answered', async () => {
    const account = `mutation { answer: createStaffAccount(input: { email: "yo@malo.example", name: "Yo", isAdministrator: true }) { ... on Refusal { code } } }`;
    const organization = `mutation { answer: createOrganization(name: "Mía") { ... on Refusal { code } } }`;
    expect([await codeOf(account, organiser), await codeOf(organization, organiser)]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    const owner = await signedIn(api, { roles: { [eventId]: 'owner' } });
    const { email } = await signedIn(api);
    expect(await codeOf(grant, owner, { email, place: { eventId }, role: 'reader' })).toBeNull();
  });
});
