import { ShowsPersonal, Allow, connectionType, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CalendarMethod } from '../calendar/calendar.js';
import type { DeliveryEvent } from '../delivery/delivery-event.entity.js';
import type { SuppressedAddress } from '../delivery/suppressed-address.entity.js';
import type { Message } from './message.entity.js';
import { messageStates, type MessageState } from './message.rules.js';

export const messageStateEnum = Object.fromEntries(messageStates.map((state) => [state, state]));
registerEnumType(messageStateEnum, {
  name: 'MessageState',
  description:
    'Where a mail stands. deferred: the server said later, or an earlier version of the appointment goes first. failed: the server said no. suppressed: not sent, because the address was refused before or the mail came too late. uncertain: interrupted after it was handed over; it may or may not have arrived, and is not sent again by itself.',
});

@Allow('staff')
@ObjectType('Message', { description: 'One mail to one address, with what became of it. For staff of its event.' })
export class MessageType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The event that it belongs to; null for a code to sign in.' })
  eventId: string | null;

  @Field(() => String, { description: 'Which mail it is, such as `meeting-request-accepted`.' })
  mail: string;

  @Field(() => String, { description: "The recipient's name." })
  toName: string;

  @Field(() => String, { description: "The recipient's e-mail address." })
  @ShowsPersonal('email')
  toAddress: string;

  @Field(() => String, { description: 'The language that it is written in: `es` or `en`.' })
  language: string;

  @Field(() => String, { description: 'The subject.' })
  subject: string;

  @Field(() => String, { description: 'The mail as HTML. Signed links stand in it as placeholders that open nothing.' })
  html: string;

  @Field(() => String, { description: 'The mail as plain text. Signed links stand in it as placeholders.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'REQUEST or CANCEL where it carries an appointment; else null.' })
  calendarMethod: CalendarMethod | null;

  @Field(() => messageStateEnum, { description: 'Where it stands.' })
  state: MessageState;

  @Field(() => Int, { description: 'How often it was handed, or begun to be handed, to the mail server.' })
  attempts: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it is tried again (UTC); null when it is not.',
  })
  nextAttemptAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server last said, or why the mail waits.' })
  @ShowsPersonal('mention')
  lastResponse: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was written (UTC).' })
  queuedAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the mail server took it (UTC); null until then.',
  })
  sentAt: Date | null;
}

export function messageType(row: Message): MessageType {
  const { id, eventId, mail, toName, toAddress, language, subject, html, text, calendarMethod } = row;
  const { state, attempts, nextAttemptAt, lastResponse, queuedAt, sentAt } = row;
  const content = { id, eventId, mail, toName, toAddress, language, subject, html, text, calendarMethod };
  return { ...content, state, attempts, nextAttemptAt, lastResponse, queuedAt, sentAt };
}

export const MessageConnection = connectionType('Message', MessageType, 'staff');
export const MessageOrRefusal = orRefusal('Message', () => MessageType);

@InputType('MessageFilter', { description: 'Which mails; what is absent does not narrow the list.' })
export class MessageFilter {
  @Field(() => [messageStateEnum], { nullable: true, description: 'Only mails that stand in one of these.' })
  states?: MessageState[] | null;

  @Field(() => String, { nullable: true, description: 'Only one kind of mail, such as `meeting-request-accepted`.' })
  mail?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only mails to this person.' })
  personId?: string | null;
}

@Allow('staff')
@ObjectType('MessageCount', { description: "How many of an event's mails are of one kind and stand in one state." })
export class MessageCountType {
  @Field(() => messageStateEnum, { description: 'The state.' })
  state: MessageState;

  @Field(() => String, { description: 'The kind of mail, such as `meeting-request-accepted`.' })
  mail: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@Allow('staff')
@ObjectType('DeliveryEvent', { description: 'One step of a mail on its way out.' })
export class DeliveryEventType {
  @Field(() => messageStateEnum, { description: 'Where the mail stood from then on.' })
  state: MessageState;

  @Field(() => Int, { description: 'The number of tries so far, this one included; 0 before the first.' })
  attempt: number;

  @Field(() => String, { nullable: true, description: 'What the mail server said, or why the mail waits.' })
  @ShowsPersonal('mention')
  response: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When (UTC).' })
  happenedAt: Date;

  /** Not in the schema: by whose roles it is masked. */
  eventId: string | null;
}

export function deliveryEventType(row: DeliveryEvent): DeliveryEventType {
  const { state, attempt, response, happenedAt, eventId } = row;
  return { state, attempt, response, happenedAt, eventId };
}

@Allow('staff')
@ObjectType('Suppression', { description: 'Why nothing is sent to an address any more.' })
export class SuppressionType {
  @Field(() => String, { description: 'What its server said.' })
  @ShowsPersonal('mention')
  reason: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when (UTC).' })
  suppressedAt: Date;

  /** Not in the schema: by whose roles it is masked, those at the event of the mail. */
  eventId: string | null;
}

export function suppressionType(row: SuppressedAddress, eventId: string | null): SuppressionType {
  const { reason, suppressedAt } = row;
  return { reason, suppressedAt, eventId };
}
