import { OrganizerRoleEnum } from '#events';
import { Allow, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ThematicBlockType } from '../blocks/thematic-block.types.js';
import { SessionKindEnum } from '../sessions/session.types.js';
import { SpeakerRoleEnum } from '../speakers/speaker.types.js';
import type {
  AgendaContent,
  AgendaDay,
  AgendaEvent,
  AgendaOrganizer,
  AgendaSession,
  AgendaSpeaker,
  AgendaVenue,
} from './agenda-content.js';
import { agendaStates, type AgendaState } from './agenda-version.rules.js';

// Read far more often than anything else: these types have no resolver of their own, a query answers the whole tree as plain data.

const AgendaStateEnum = Object.fromEntries(agendaStates.map((state) => [state, state]));
registerEnumType(AgendaStateEnum, {
  name: 'AgendaState',
  description: 'What a version of an agenda is.',
  valuesMap: {
    draft: { description: 'What the organisers work on now.' },
    published: { description: 'What the public sees. Immutable.' },
    superseded: { description: 'What the public saw before. Immutable.' },
  },
});

@Allow('public')
@ObjectType('AgendaOrganizer', { description: 'An institution that holds the event, as it was named.' })
class AgendaOrganizerType implements AgendaOrganizer {
  @Field(() => String, { description: 'Its full name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'As people call it.' })
  shortName: string | null;

  @Field(() => OrganizerRoleEnum, { description: 'In what way it holds the event.' })
  role: AgendaOrganizer['role'];
}

@Allow('public')
@ObjectType('AgendaRoom', { description: 'A room, as it was named.' })
class AgendaRoomType {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many people it seats.' })
  capacity: number;
}

@Allow('public')
@ObjectType('AgendaVenue', { description: 'A venue with its rooms.' })
class AgendaVenueType implements AgendaVenue {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Street and number.' })
  address: string;

  @Field(() => [AgendaRoomType], { description: 'Its rooms, in the order in which they are shown.' })
  rooms: AgendaRoomType[];
}

@Allow('public')
@ObjectType('AgendaEvent', { description: 'The event, as it was when the agenda was published.' })
class AgendaEventType implements AgendaEvent {
  @Field(() => ID, { description: 'UUID of the event.' })
  id: string;

  @Field(() => String, { description: 'Its name in public addresses.' })
  slug: string;

  @Field(() => String, { description: 'Its name with the edition number in front.' })
  name: string;

  @Field(() => String, { description: 'Where it is held.' })
  city: string;

  @Field(() => String, { description: 'ISO 3166-1 code.' })
  country: string;

  @Field(() => String, { description: 'IANA time zone of all wall-clock times here.' })
  zone: string;

  @Field(() => String, { description: 'First calendar day: `2025-06-20`.' })
  startsOn: string;

  @Field(() => String, { description: 'Last calendar day.' })
  endsOn: string;

  @Field(() => Boolean, { description: 'Whether it is made up to show the product; every screen must say so.' })
  isDemonstration: boolean;

  @Field(() => [AgendaOrganizerType], { description: 'Who holds it, in protocol order.' })
  organizers: AgendaOrganizerType[];

  @Field(() => [AgendaVenueType], { description: 'Where it is held.' })
  venues: AgendaVenueType[];
}

@Allow('public')
@ObjectType('AgendaSpeaker', { description: 'Somebody who takes part in a session, as they were named.' })
class AgendaSpeakerType implements AgendaSpeaker {
  @Field(() => String, { description: 'Given names, then family names.' })
  name: string;

  @Field(() => SpeakerRoleEnum, { description: 'What the person does.' })
  role: AgendaSpeaker['role'];

  @Field(() => String, { nullable: true, description: 'As what the person speaks.' })
  position: string | null;

  @Field(() => String, { nullable: true, description: 'On whose behalf.' })
  institution: string | null;
}

@Allow('public')
@ObjectType('AgendaSession', { description: 'A session, as it was published.' })
class AgendaSessionType implements AgendaSession {
  @Field(() => ID, { description: 'UUID, the same in every version.' })
  id: string;

  @Field(() => SessionKindEnum, { description: 'What it is.' })
  kind: AgendaSession['kind'];

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'What it is about; empty when nothing was written.' })
  summary: string;

  @Field(() => String, { description: 'Start, an instant in UTC: `2025-06-20T14:00:00Z`.' })
  startsAt: string;

  @Field(() => String, { description: 'The instant in UTC at which it is over.' })
  endsAt: string;

  @Field(() => String, { description: "Start on the wall clock of the event's zone: `09:00`." })
  from: string;

  @Field(() => String, { description: "End on the wall clock of the event's zone." })
  to: string;

  @Field(() => String, { nullable: true, description: 'Name of its room; null when it has none of its own.' })
  room: string | null;

  @Field(() => ThematicBlockType, { nullable: true, description: 'Its theme; null when it belongs to none.' })
  block: AgendaSession['block'];

  @Field(() => [AgendaSpeakerType], { description: 'Who takes part, in the order in which they are shown.' })
  speakers: AgendaSpeakerType[];
}

@Allow('public')
@ObjectType('AgendaDay', { description: 'A day of the event.' })
class AgendaDayType implements AgendaDay {
  @Field(() => String, { description: "Calendar day in the event's zone: `2025-06-20`." })
  date: string;

  @Field(() => [AgendaSessionType], { description: 'Its sessions by start; those of one start in the order of rooms.' })
  sessions: AgendaSessionType[];
}

@Allow('public')
@ObjectType('Agenda', { description: 'An agenda in one of its versions, with all names as they were then.' })
export class AgendaType implements AgendaContent {
  @Field(() => Int, { nullable: true, description: 'Number of the version, from 1; null for a draft.' })
  number: number | null;

  @Field(() => AgendaStateEnum, { description: 'What this version is.' })
  state: AgendaState;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published; null for a draft.' })
  publishedAt: Date | null;

  @Field(() => AgendaEventType, { description: 'The event.' })
  event: AgendaEventType;

  @Field(() => [ThematicBlockType], { description: 'The themes, in the order in which they are shown.' })
  blocks: AgendaContent['blocks'];

  @Field(() => [AgendaDayType], { description: 'Every day of the event in order.' })
  days: AgendaDayType[];
}

export const AgendaOrRefusal = orRefusal('Agenda', () => AgendaType);

/** A version, or the draft that has neither number nor date. */
export interface ShownAgenda {
  readonly number: number | null;
  readonly state: AgendaState;
  readonly publishedAt: Date | null;
  readonly content: AgendaContent;
}

export function agendaType(version: ShownAgenda): AgendaType {
  const { number, state, publishedAt, content } = version;
  return { number, state, publishedAt, ...(content as Omit<AgendaType, 'number' | 'state' | 'publishedAt'>) };
}
