import { Allow, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { retentionPurposes, type RetentionPurpose } from './retention.rules.js';

export const retentionPurposeEnum = Object.fromEntries(retentionPurposes.map((one) => [one, one])) as Record<
  RetentionPurpose,
  RetentionPurpose
>;
registerEnumType(retentionPurposeEnum, {
  name: 'RetentionPurpose',
  description: 'What an event keeps for some days after its end: who took part, or what its mails said.',
});

@Allow('staff')
@ObjectType('EventRetention', { description: 'For how long an event keeps something.' })
export class EventRetentionType {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => retentionPurposeEnum, { description: 'What is kept.' })
  purpose: RetentionPurpose;

  @Field(() => Int, { description: "Days after the event's last one." })
  days: number;
}

@Allow('staff')
@ObjectType('RetentionPreview', { description: 'What the next sweep would erase, over all events.' })
export class RetentionPreviewType {
  @Field(() => Int, { description: 'People all of whose events are over for longer than they keep people.' })
  people: number;

  @Field(() => Int, { description: 'Mails whose text would go.' })
  mails: number;
}

@Allow('staff')
@ObjectType('EventRetentionPreview', { description: 'What a rule of an event would erase, before it is set.' })
export class EventRetentionPreviewType {
  @Field(() => Int, { description: "Days after the event's last one that the rule would keep." })
  days: number;

  @Field(() => Int, { description: 'Days that hold now: those that were set, or the usual ones.' })
  keptDays: number;

  @Field(() => Int, {
    description: 'People or mails of the event that the next sweep would erase. People of later events stay.',
  })
  erases: number;
}

@Allow('staff')
@ObjectType('RetentionRun', { description: 'What one sweep erased.' })
export class RetentionRunType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When it ended.' })
  ranAt: Date;

  @Field(() => Int, { description: 'People whom nobody can tell any more.' })
  people: number;

  @Field(() => Int, { description: 'Mails whose text is gone.' })
  mails: number;
}

export const EventRetentionOrRefusal = orRefusal('EventRetention', () => EventRetentionType);

export const EventRetentionPreviewOrRefusal = orRefusal('EventRetentionPreview', () => EventRetentionPreviewType);
