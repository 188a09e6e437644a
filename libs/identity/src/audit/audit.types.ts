import { Allow, connectionType } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { changesOf } from './audit-changes.js';
import type { ListedEntry } from './audit-list.repository.js';

@Allow('staff')
@ObjectType('AuditChange', { description: 'One value of a row, before and after a deed.' })
class AuditChangeType {
  @Field(() => String, { description: 'The column, as the API names it where it shows it.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Before, as text; null where there was nothing. Personal values are masked.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'After, as text; null where there is nothing. Personal values are masked.',
  })
  after: string | null;
}

@Allow('staff')
@ObjectType('AuditEntry', { description: 'Who did what to which row. Entries are append-only and chained.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was done (UTC).' })
  recordedAt: Date;

  @Field(() => String, { description: 'The mutation, or `subject.fact` for what followed from one.' })
  action: string;

  @Field(() => String, { description: 'The noun: `MeetingRequest`.' })
  subject: string;

  @Field(() => ID, { description: 'The row.' })
  subjectId: string;

  @Field(() => String, { description: '`staff`, `link`, `person`, `anonymous`, or `system` for the product itself.' })
  actorKind: string;

  @Field(() => String, { nullable: true, description: 'Name of the account or the key; null for everybody else.' })
  actorName: string | null;

  @Field(() => ID, { nullable: true, description: 'The person for whom an assistant acted.' })
  onBehalfOf: string | null;

  @Field(() => String, { nullable: true, description: 'Network address from which it was done.' })
  address: string | null;

  @Field(() => [AuditChangeType], { description: 'What is different.' })
  changes: AuditChangeType[];

  @Field(() => Boolean, { description: 'Whether the chain covers it already; it does within seconds.' })
  isSealed: boolean;
}

export function auditEntryType(row: ListedEntry): AuditEntryType {
  const { id, recordedAt, action, subject, subjectId, actorKind, actorName, onBehalfOf, address, isSealed } = row;
  const changes = changesOf(row);
  return { id, recordedAt, action, subject, subjectId, actorKind, actorName, onBehalfOf, address, changes, isSealed };
}

@Allow('staff')
@ObjectType('AuditActor', { description: 'Somebody whom the audit names as having done something.' })
class AuditActorType {
  @Field(() => ID, { description: 'The account or the key.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@Allow('staff')
@ObjectType('AuditWords', { description: 'By what the audit of a place can be narrowed.' })
export class AuditWordsType {
  @Field(() => [String], { description: 'Verbs and facts that its entries name.' })
  actions: string[];

  @Field(() => [String], { description: 'Nouns that its entries name.' })
  subjects: string[];

  @Field(() => [String], { description: 'Ways in which those came who did something: `staff`, `link`…' })
  actorKinds: string[];

  @Field(() => [AuditActorType], { description: 'Accounts and keys that did something, by name.' })
  actors: AuditActorType[];
}

export const AuditEntryConnection = connectionType('AuditEntry', AuditEntryType, 'staff');

@InputType('AuditFilter', { description: 'Which entries are wanted; what is absent does not narrow.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'The mutation or fact.' })
  action?: string;

  @Field(() => String, { nullable: true, description: 'The noun: `Session`.' })
  subject?: string;

  @Field(() => ID, { nullable: true, description: 'One row.' })
  subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'The account, key or link that did it.' })
  actorId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The way in which those came who did it: `staff`, `link`, `person`, `anonymous` or `system`.',
  })
  actorKind?: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Not before this instant.' })
  from?: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this instant.' })
  until?: Date;
}
