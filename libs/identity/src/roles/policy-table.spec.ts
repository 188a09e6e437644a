import { newId } from '#kernel';
import {
  may,
  mayGive,
  operations,
  organizationsWhere,
  roles,
  theSystem,
  type Operation,
  type Role,
  type StaffViewer,
  type Viewer,
  type Where,
} from '#platform';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const readme = readFileSync(path.resolve(import.meta.dirname, '../../../../../libs/identity/README.md'), 'utf8');

const [own, other, foreign] = [newId(), newId(), newId()];
const [organization, another] = [newId(), newId()];
const events = { own, other, foreign };

const staff: StaffViewer = { ...theSystem, isAdministrator: false };
const organizationOf = new Map([
  [own, organization],
  [other, organization],
]);

/** Somebody with the role at the event `own` alone. */
const atOneEvent = (role: Role): StaffViewer => ({
  ...staff,
  roles: new Map([[own, role]]),
  organizationOf: new Map([[own, organization]]),
});

/** Somebody with the role at the organisation of `own` and `other`. */
const atTheOrganization = (role: Role): StaffViewer => ({
  ...staff,
  organizationRoles: new Map([[organization, role]]),
  organizationOf,
});

/** How far the viewer may do it, in the words of the table. */
function reach(viewer: Viewer, operation: Operation): string {
  if (may(viewer, operation)) return 'anywhere';
  const at = (where: Where) => may(viewer, operation, where);
  if (at({ organizationId: another }) || at(events.foreign)) return 'WRONG';
  if (at(events.other)) return 'organisation';
  if (at({ organizationId: organization })) return 'its people';
  return at(events.own) ? 'event' : '—';
}

const cells = (operation: Operation, holder: (role: Role) => Viewer): string[] =>
  roles.map((role) => reach(holder(role), operation));

/** The rows of the README's table below a heading. */
function shownTable(heading: string): string[][] {
  const lines = readme.split(`### ${heading}\n`)[1].trim().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(2, end < 0 ? undefined : end);
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe("the README's table of who may do what", () => {
  it.each([
    ['A role at one event', atOneEvent],
    ['A role at an organisation', atTheOrganization],
  ])('is the policy: %s', (heading, holder) => {
    expect(shownTable(heading)).toEqual(operations.map((operation) => [operation, ...cells(operation, holder)]));
  });

  it('lets nobody without a role do anything, and nobody of another organisation either', () => {
    const anonymous: Viewer = { kind: 'anonymous', language: 'es', requestId: 'test' };
    const party: Viewer = {
      ...anonymous,
      kind: 'link',
      linkId: newId(),
      purpose: 'delegation',
      eventId: own,
      subjectId: own,
    };
    for (const viewer of [anonymous, party, staff]) {
      expect(operations.filter((operation) => reach(viewer, operation) !== '—')).toEqual([]);
    }
  });

  it('lets an administrator do all of it', () => {
    expect(operations.filter((operation) => !may(theSystem, operation, foreign))).toEqual([]);
  });
});

describe('a role', () => {
  it('can be given by whoever has at least as much there', () => {
    const given = (holder: StaffViewer, where: Where) => roles.filter((role) => mayGive(holder, role, where));
    const lesser = ['communications', 'reception', 'reader'];
    expect({
      owner: given(atTheOrganization('owner'), { organizationId: organization }),
      organiser: given(atTheOrganization('organiser'), { organizationId: organization }),
      elsewhere: given(atTheOrganization('owner'), { organizationId: another }),
      ofOneEvent: given(atOneEvent('organiser'), { organizationId: organization }),
      ownerThere: given(atOneEvent('owner'), own),
      organiserThere: given(atOneEvent('organiser'), own),
      organiserOfAll: given(atTheOrganization('organiser'), own),
      reader: given(atOneEvent('reader'), own),
    }).toEqual({
      owner: [...roles],
      organiser: ['organiser', ...lesser],
      elsewhere: [],
      ofOneEvent: [],
      ownerThere: [...roles],
      organiserThere: ['organiser', ...lesser],
      organiserOfAll: ['organiser', ...lesser],
      reader: ['reader'],
    });
  });

  it('tells at which organisations something may be done', () => {
    expect(organizationsWhere(atOneEvent('reader'), 'people.read')).toEqual([organization]);
    expect(organizationsWhere(atOneEvent('organiser'), 'event.create')).toEqual([]);
    expect(organizationsWhere(atTheOrganization('organiser'), 'event.create')).toEqual([organization]);
    expect(organizationsWhere(theSystem, 'event.create')).toBeNull();
  });
});
