import { Allow, orRefusal } from '#platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EventOrganizer } from './event-organizer.entity.js';
import { organizerRoles, type OrganizerRole } from './event-organizer.rules.js';

export const OrganizerRoleEnum = Object.fromEntries(organizerRoles.map((role) => [role, role]));
registerEnumType(OrganizerRoleEnum, {
  name: 'OrganizerRole',
  description: 'In what way an institution holds an event.',
  valuesMap: {
    organiser: { description: 'Organizadora.' },
    co_organiser: { description: 'Coorganizadora.' },
    technical_ally: { description: 'Aliada técnica.' },
    ally: { description: 'Aliada.' },
  },
});

@Allow('public')
@ObjectType('EventOrganizer', { description: 'An institution that holds an event or stands by it.' })
export class EventOrganizerType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'The institution.' })
  institutionId: string;

  @Field(() => OrganizerRoleEnum, { description: 'In what way.' })
  role: OrganizerRole;

  @Field(() => Int, { description: 'Place in protocol, from 1.' })
  order: number;
}

@Allow('public')
@ObjectType('EventOrganizers', { description: 'Everyone who holds an event.' })
export class EventOrganizersType {
  @Field(() => [EventOrganizerType], { description: 'In protocol order.' })
  organizers: EventOrganizerType[];
}

export const EventOrganizersOrRefusal = orRefusal('EventOrganizers', () => EventOrganizersType);

@InputType({ description: 'An institution that shall hold the event or stand by it.' })
export class EventOrganizerInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => ID, { description: 'The institution; at most once per event.' })
  institutionId: string;

  @Field(() => OrganizerRoleEnum, { description: 'In what way.' })
  role: OrganizerRole;
}

export function eventOrganizerType({ id, institutionId, role, order }: EventOrganizer): EventOrganizerType {
  return { id, institutionId, role, order };
}

export function eventOrganizersType(rows: EventOrganizer[]): EventOrganizersType {
  return { organizers: rows.map(eventOrganizerType) };
}
