import { Allow, connectionType } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Reminder } from './reminder.entity.js';
import { reminderStates, type ReminderState } from './reminder.rules.js';

export const reminderStateEnum = Object.fromEntries(reminderStates.map((state) => [state, state]));
registerEnumType(reminderStateEnum, {
  name: 'ReminderState',
  description:
    'What became of a reminder. skipped: its time had passed, or a nearer one was due as well. moved: the start moved, and another reminder took its place.',
});

@Allow('staff')
@ObjectType('Reminder', { description: 'A reminder before a session or a meeting. For staff of its event.' })
export class ReminderType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'What it reminds of: `session` or `meeting`.' })
  subjectKind: string;

  @Field(() => ID, { description: 'The session or meeting.' })
  subjectId: string;

  @Field(() => Int, { description: 'Minutes before the start.' })
  offsetMinutes: number;

  @Field(() => GraphQLISODateTime, { description: 'The start that it reminds of (UTC).' })
  occurrenceStart: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it is due (UTC).' })
  dueAt: Date;

  @Field(() => reminderStateEnum, { description: 'What became of it.' })
  state: ReminderState;
}

export function reminderType(row: Reminder): ReminderType {
  const { id, subjectKind, subjectId, offsetMinutes, occurrenceStart, dueAt, state } = row;
  return { id, subjectKind, subjectId, offsetMinutes, occurrenceStart, dueAt, state };
}

export const ReminderConnection = connectionType('Reminder', ReminderType, 'staff');

@InputType('ReminderFilter', { description: 'Which reminders; what is absent does not narrow the list.' })
export class ReminderFilter {
  @Field(() => [reminderStateEnum], { nullable: true, description: 'Only those of which this became.' })
  states?: ReminderState[] | null;

  @Field(() => String, { nullable: true, description: 'Only those of a `session` or of a `meeting`.' })
  subjectKind?: string | null;
}
