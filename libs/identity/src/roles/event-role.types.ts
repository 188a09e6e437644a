import { roles, type Role } from '#platform';
import { registerEnumType } from '@nestjs/graphql';

export const eventRoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as Readonly<Record<Role, Role>>;
registerEnumType(eventRoleEnum, {
  name: 'EventRole',
  description: 'What staff may do at one event, or at all events of an organisation.',
  valuesMap: {
    owner: { description: 'Everything, and decides who may what; at an organisation also its name and its owners.' },
    organiser: { description: 'Changes everything, and gives every role but that of an owner.' },
    communications: { description: 'Reads, invites and writes to people.' },
    reception: { description: 'Reads, and lets people in at the door.' },
    reader: { description: 'Only reads.' },
  },
});
