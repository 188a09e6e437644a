import { Allow } from '#platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  agendaAspects,
  sessionFates,
  type AgendaAspect,
  type AspectChange,
  type SessionDifference,
} from './agenda-difference.js';

const AgendaAspectEnum = Object.fromEntries(agendaAspects.map((aspect) => [aspect, aspect]));
registerEnumType(AgendaAspectEnum, { name: 'AgendaAspect', description: 'What of an agenda reads differently.' });

const SessionFateEnum = Object.fromEntries(sessionFates.map((fate) => [fate, fate]));
registerEnumType(SessionFateEnum, {
  name: 'SessionFate',
  description: 'What the next publication does to a session that the public sees.',
  valuesMap: {
    added: { description: 'The public does not see it yet.' },
    removed: { description: 'The public still sees it: it was cancelled since.' },
    changed: { description: 'The public sees it as it was.' },
  },
});

@Allow('staff')
@ObjectType('PendingChange', { description: 'One thing that reads differently.' })
class AspectChangeType implements AspectChange {
  @Field(() => AgendaAspectEnum, { description: 'What it is.' })
  aspect: AgendaAspect;

  @Field(() => [String], { description: 'As the public reads it; empty when there was nothing.' })
  before: string[];

  @Field(() => [String], { description: 'As it stands now; empty when there is nothing any more.' })
  after: string[];
}

@Allow('staff')
@ObjectType('SessionDifference', { description: 'A session that the next publication adds, removes or changes.' })
class SessionDifferenceType implements SessionDifference {
  @Field(() => ID, { description: 'The session.' })
  sessionId: string;

  @Field(() => SessionFateEnum, { description: 'What is done to it.' })
  fate: SessionDifference['fate'];

  @Field(() => String, { description: 'Its title, as it is now or as it was when it is gone.' })
  title: string;

  @Field(() => String, { description: "Calendar day in the event's zone: `2025-06-20`." })
  day: string;

  @Field(() => String, { description: "Its start in the event's zone: `09:00`." })
  from: string;

  @Field(() => String, { description: "Its end in the event's zone: `10:00`." })
  to: string;

  @Field(() => [AspectChangeType], { description: 'What changes in it; empty for one that is added or removed.' })
  changes: AspectChangeType[];
}

@Allow('staff')
@ObjectType('PendingAgenda', { description: 'The agenda as it stands, against what the public sees.' })
export class PendingAgendaType {
  @Field(() => Int, { nullable: true, description: 'The published version; null before the first publication.' })
  number: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published (UTC).' })
  publishedAt: Date | null;

  @Field(() => [AspectChangeType], { description: 'What changes in the event, its organisers, venues and themes.' })
  changes: AspectChangeType[];

  @Field(() => [SessionDifferenceType], {
    description: 'Sessions that are not as the public sees them, by day and hour.',
  })
  sessions: SessionDifferenceType[];
}
