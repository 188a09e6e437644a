import { Allow, connectionType, orRefusal } from '#platform';
import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  OmitType,
  PartialType,
  registerEnumType,
} from '@nestjs/graphql';
import type { Session } from './session.entity.js';
import { sessionKinds, sessionStates, type SessionKind, type SessionState } from './session.rules.js';

export const SessionKindEnum = Object.fromEntries(sessionKinds.map((kind) => [kind, kind]));
registerEnumType(SessionKindEnum, {
  name: 'SessionKind',
  description: 'What a session is.',
  valuesMap: {
    plenary: { description: 'Plenaria.' },
    talk: { description: 'Ponencia.' },
    panel: { description: 'Panel técnico.' },
    articulation_table: { description: 'Mesa de articulación.' },
    workshop: { description: 'Taller.' },
    networking: { description: 'Networking.' },
    ceremony: { description: 'Acto protocolar.' },
    break: { description: 'A pause, for all rooms when it has none of its own.' },
  },
});

const SessionStateEnum = Object.fromEntries(sessionStates.map((state) => [state, state]));
registerEnumType(SessionStateEnum, { name: 'SessionState', description: 'Whether a session will be held.' });

@Allow('staff')
@ObjectType('Session', { description: 'A part of the agenda as its organisers work on it.' })
export class SessionType {
  @Field(() => ID, { description: 'UUID, the same in every published version.' })
  id: string;

  @Field(() => SessionKindEnum, { description: 'What it is.' })
  kind: SessionKind;

  @Field(() => String, { description: 'Its title, in the language of the event.' })
  title: string;

  @Field(() => String, { description: 'What it is about, in plain text; empty when nothing was written.' })
  summary: string;

  @Field(() => GraphQLISODateTime, { description: 'Its start, as an instant in UTC.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant in UTC at which it is over.' })
  endsAt: Date;

  @Field(() => SessionStateEnum, { description: 'Whether it will be held.' })
  state: SessionState;

  @Field(() => Int, { description: 'Send it back with a change: a change on an older version is refused.' })
  version: number;

  /** Not in the schema: what is loaded by them. */
  eventId: string;
  roomId: string | null;
  blockId: string | null;
}

export const SessionConnection = connectionType('Session', SessionType, 'staff');
export const SessionOrRefusal = orRefusal('Session', () => SessionType);

const localTime = "Wall-clock time in the event's zone: `2025-06-20T09:00`.";

@InputType({ description: 'A new session.' })
export class SessionInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => SessionKindEnum, { description: 'What it is.' })
  kind: SessionKind;

  @Field(() => String, { description: 'At most 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 4000 characters.' })
  summary?: string | null;

  @Field(() => String, { description: `Its start, on a day of the event. ${localTime}` })
  startsAt: string;

  @Field(() => String, { description: `Its end, after the start. ${localTime}` })
  endsAt: string;

  @Field(() => ID, { nullable: true, description: 'A room of the event; null for none.' })
  roomId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A thematic block of the event; null for none.' })
  blockId?: string | null;
}

@InputType({ description: 'What shall be different; what is absent stays as it is, null takes room or block away.' })
export class SessionChangeInput extends PartialType(OmitType(SessionInput, ['eventId'] as const)) {
  @Field(() => Int, { description: 'The version on which the change was decided.' })
  version: number;
}

@InputType({ description: 'Which sessions; what is absent does not matter.' })
export class SessionFilter {
  @Field(() => String, {
    nullable: true,
    description: "Those that start on this day in the event's zone: `2025-06-20`.",
  })
  day?: string | null;

  @Field(() => SessionKindEnum, { nullable: true, description: 'Of this kind.' })
  kind?: SessionKind | null;

  @Field(() => SessionStateEnum, {
    nullable: true,
    description: 'Those that will be held, or those that were cancelled.',
  })
  state?: SessionState | null;

  @Field(() => ID, { nullable: true, description: 'In this room.' })
  roomId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this thematic block.' })
  blockId?: string | null;
}

export function sessionType(session: Session): SessionType {
  const { id, kind, title, summary, startsAt, endsAt, state, version, eventId, roomId, blockId } = session;
  return { id, kind, title, summary, startsAt, endsAt, state, version, eventId, roomId, blockId };
}
