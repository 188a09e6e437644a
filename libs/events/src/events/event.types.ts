import { Allow, connectionType, orRefusal } from '#platform';
import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  PartialType,
  OmitType,
  registerEnumType,
} from '@nestjs/graphql';
import type { Event } from './event.entity.js';
import { daysOf, eventStates, type EventState } from './event.rules.js';

export const EventStateEnum = Object.fromEntries(eventStates.map((state) => [state, state]));
registerEnumType(EventStateEnum, {
  name: 'EventState',
  description: 'How far an event has come.',
  valuesMap: {
    draft: { description: 'Only its own staff sees it.' },
    published: { description: 'Anyone sees it.' },
    closed: { description: 'It is over; anyone may still read it.' },
  },
});

@Allow('public')
@ObjectType('Event', { description: 'One edition of a series: a summit or an encounter.' })
export class EventType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name in public addresses: `/e/<slug>`. Never changes once public.' })
  slug: string;

  @Field(() => Int, { description: 'Which edition of its series it is, from 1.' })
  editionNumber: number;

  @Field(() => String, { description: 'Its name without the number, in the language of its documents.' })
  name: string;

  @Field(() => EventStateEnum, { description: 'How far it has come.' })
  state: EventState;

  @Field(() => String, { description: 'IANA time zone in which all its wall-clock times are meant: `America/Lima`.' })
  zone: string;

  @Field(() => String, { description: 'First calendar day in its zone: `2025-06-20`.' })
  startsOn: string;

  @Field(() => String, { description: 'Last calendar day in its zone.' })
  endsOn: string;

  @Field(() => [String], { description: 'Its calendar days in order.' })
  days: string[];

  @Field(() => String, { description: 'ISO 3166-1 code: `PE`.' })
  country: string;

  @Field(() => String, { description: 'Where it is held.' })
  city: string;

  @Field(() => Boolean, { description: 'Whether it is made up to show the product; every screen must say so.' })
  isDemonstration: boolean;

  @Allow('staff')
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was put away; null while it is in use.' })
  archivedAt: Date | null;

  /** Not in the schema: its series is loaded by it. */
  seriesId: string;
}

export const EventOrRefusal = orRefusal('Event', () => EventType);
export const EventConnection = connectionType('Event', EventType, 'public');

@InputType({ description: 'A new event. It begins as a draft.' })
export class EventInput {
  @Field(() => ID, { description: 'The series of which it is an edition.' })
  seriesId: string;

  @Field(() => Int, { description: 'From 1 to 999, unique in its series.' })
  editionNumber: number;

  @Field(() => String, { nullable: true, description: 'Without the number; absent: the name of its series.' })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: '3 to 80 of `a-z0-9-`, unique; absent: made of the shown name and the year.',
  })
  slug?: string;

  @Field(() => String, { description: 'IANA time zone: `America/Lima`, `America/La_Paz`, `Asia/Seoul`.' })
  zone: string;

  @Field(() => String, { description: 'First calendar day: `2025-06-20`.' })
  startsOn: string;

  @Field(() => String, { description: 'Last calendar day, not before the first.' })
  endsOn: string;

  @Field(() => String, { description: 'ISO 3166-1 code: `PE`.' })
  country: string;

  @Field(() => String, { description: 'Where it is held.' })
  city: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is made up to show the product. Default: no.' })
  isDemonstration?: boolean;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class EventChangeInput extends PartialType(OmitType(EventInput, ['seriesId', 'isDemonstration'] as const)) {}

@InputType({ description: 'Which events; what is absent does not matter.' })
export class EventFilter {
  @Field(() => ID, { nullable: true, description: 'Editions of this series.' })
  seriesId?: string | null;

  @Field(() => EventStateEnum, { nullable: true, description: 'In this state.' })
  state?: EventState | null;
}

export function eventType(event: Event): EventType {
  const { id, slug, editionNumber, name, state, zone, startsOn, endsOn, country, city, seriesId } = event;
  const { isDemonstration, archivedAt } = event;
  const days = daysOf(event);
  const where = { zone, startsOn, endsOn, days, country, city };
  return { id, slug, editionNumber, name, state, ...where, isDemonstration, archivedAt, seriesId };
}
