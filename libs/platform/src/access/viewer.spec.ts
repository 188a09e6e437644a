import { theSystem } from './the-system.js';
import { hasRole, hasRoleSomewhere } from './event-role.js';
import { cameByLink, type EventRole, type StaffViewer, type Viewer } from './viewer.js';

const staff = (roles: Record<string, EventRole>): StaffViewer => ({
  ...theSystem,
  isAdministrator: false,
  roles: new Map(Object.entries(roles)),
});
const anonymous: Viewer = { kind: 'anonymous', language: 'es', requestId: 'r' };
const party: Viewer = {
  kind: 'link',
  linkId: 'l',
  purpose: 'delegation',
  eventId: 'event',
  subjectId: 'row',
  language: 'es',
  requestId: 'r',
};

describe('a role at an event', () => {
  it.each([
    ['an organiser changes and reads', staff({ event: 'organiser' }), true, true],
    ['a reader only reads', staff({ event: 'reader' }), false, true],
    ['an organiser of another event does neither', staff({ other: 'organiser' }), false, false],
    ['staff without a role does neither', staff({}), false, false],
    ['an administrator does both', theSystem, true, true],
    ['a party does neither', party, false, false],
    ['nobody does neither', anonymous, false, false],
  ])('%s', (_, viewer, changes, reads) => {
    expect([hasRole(viewer, 'event', 'organiser'), hasRole(viewer, 'event', 'reader')]).toEqual([changes, reads]);
  });
});

describe('a role at any event', () => {
  it.each([
    ['is had by an organiser of one', staff({ one: 'reader', other: 'organiser' }), true, true],
    ['is only that of a reader where all roles are', staff({ one: 'reader' }), false, true],
    ['is not had without a role', staff({}), false, false],
    ['is had by an administrator', theSystem, true, true],
    ['is not had by a party', party, false, false],
  ])('%s', (_, viewer, changes, reads) => {
    expect([hasRoleSomewhere(viewer, 'organiser'), hasRoleSomewhere(viewer, 'reader')]).toEqual([changes, reads]);
  });
});

it('a link opens one row for one purpose', () => {
  expect(cameByLink(party, 'delegation', 'row')).toBe(true);
  expect(cameByLink(party, 'delegation', 'other')).toBe(false);
  expect(cameByLink(party, 'meetings', 'row')).toBe(false);
  expect(cameByLink(theSystem, 'delegation', 'row')).toBe(false);
});
