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
@ObjectType('OrganizationRetention', {
  description: 'For how long the events of an organisation keep something, unless they have a rule of their own.',
})
export class OrganizationRetentionType {
  @Field(() => ID, { description: 'The organisation.' })
  organizationId: string;

  @Field(() => retentionPurposeEnum, { description: 'What is kept.' })
  purpose: RetentionPurpose;

  @Field(() => Int, { description: "Days after an event's last one." })
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
@ObjectType('RetentionRulePreview', {
  description: 'What a rule of an event or an organisation would erase, before it is set.',
})
export class RetentionRulePreviewType {
  @Field(() => Int, { description: "Days after the event's last one that the rule would keep." })
  days: number;

  @Field(() => Int, {
    description: 'Days that hold now: those that were set there, else those of the organisation, else the usual ones.',
  })
  keptDays: number;

  @Field(() => Int, {
    description: 'People or mails that the next sweep would erase there. People of later events stay.',
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

export const OrganizationRetentionOrRefusal = orRefusal('OrganizationRetention', () => OrganizationRetentionType);

export const RetentionRulePreviewOrRefusal = orRefusal('RetentionRulePreview', () => RetentionRulePreviewType);
