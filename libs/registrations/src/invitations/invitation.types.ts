import type { Refusal } from '#kernel';
import { Allow, connectionType, orRefusal, RefusalType } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AllOrNothing } from '../all-or-nothing.js';
import type { Invitation } from './invitation.entity.js';
import { invitationLifecycle, type InvitationKind, type InvitationState } from './invitation.rules.js';

export const InvitationKindEnum: Record<InvitationKind, InvitationKind> = {
  focal_point: 'focal_point',
  speaker: 'speaker',
};
registerEnumType(InvitationKindEnum, {
  name: 'InvitationKind',
  description: 'What somebody is invited to be.',
  valuesMap: {
    focal_point: { description: "Who registers an institution's delegation." },
    speaker: { description: 'Who speaks in a session, or at the event.' },
  },
});

export const InvitationStateEnum = Object.fromEntries(invitationLifecycle.states.map((state) => [state, state]));
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'How far an invitation is.',
  valuesMap: {
    draft: { description: 'Not to be sent yet.' },
    queued: { description: 'Its mail is being made.' },
    sent: { description: "Its mail is on its way; the mail's own state tells what became of it." },
    accepted: { description: 'Yes.' },
    declined: { description: 'No.' },
    delegated: { description: 'Passed on to another person, who has an invitation of their own.' },
    expired: { description: 'Nobody answered in time.' },
    revoked: { description: 'The organisers took it back.' },
    bounced: { description: 'Its mail did not arrive.' },
    accepted_other_way: { description: 'No answer is needed any more: it came another way.' },
  },
});

@Allow('staff')
@ObjectType('Invitation', { description: 'A mail with a signed link that asks one person to come in one function.' })
export class InvitationType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => InvitationKindEnum, { description: 'To be what.' })
  kind: InvitationKind;

  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The delegation of a focal point; the session of a speaker, if any.',
  })
  subjectId: string | null;

  @Field(() => String, { nullable: true, description: 'What a speaker is asked to speak about.' })
  topic: string | null;

  @Field(() => InvitationStateEnum, { description: 'How far it is.' })
  state: InvitationState;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered (UTC).' })
  expiresAt: Date;

  @Field(() => Int, { description: 'How often it was sent.' })
  sends: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered or ended (UTC).' })
  answeredAt: Date | null;
}

export function invitationType(row: Invitation): InvitationType {
  const { id, eventId, kind, personId, subjectId, topic, state, expiresAt, sends, answeredAt } = row;
  return { id, eventId, kind, personId, subjectId, topic, state, expiresAt, sends, answeredAt };
}

export const InvitationConnection = connectionType('Invitation', InvitationType, 'staff');
export const InvitationOrRefusal = orRefusal('Invitation', () => InvitationType);

@Allow('staff')
@ObjectType('SentInvitations', {
  description: 'The answer to a list of invitations: all were queued, or none was and `refusals` says what to mend.',
})
export class SentInvitationsType {
  @Field(() => [InvitationType], { description: 'In the order of the list; empty when anything was refused.' })
  invitations: InvitationType[];

  @Field(() => [RefusalType], {
    description: 'Empty when all were queued; `field` names the row from 0: `input.2.quota`.',
  })
  refusals: readonly Refusal[];
}

export function sentInvitationsType({ done, refusals }: AllOrNothing<Invitation>): SentInvitationsType {
  return { invitations: done.map(invitationType), refusals };
}

@InputType('InviteeInput', { description: 'Somebody new to be invited.' })
export class InviteeInput {
  @Field(() => String, { description: 'Given names, one line of at most 100 characters.' })
  givenNames: string;

  @Field(() => String, { description: 'Family names, one line of at most 100 characters.' })
  familyNames: string;

  @Field(() => String, { description: 'One e-mail address, to which the invitation goes.' })
  email: string;

  @Field(() => String, { nullable: true, description: 'Digits with an optional country code: `+51 984 000 000`.' })
  phone?: string | null;
}

@InputType('FocalPointInput', { description: 'An institution, its seats, and who is asked to be its focal point.' })
export class FocalPointInput {
  @Field(() => ID, { description: 'The institution; once per list.' })
  institutionId: string;

  @Field(() => Int, { description: 'Seats of its delegation, from 1 to 1000.' })
  quota: number;

  @Field(() => ID, { nullable: true, description: 'A known person; absent when `person` is given.' })
  personId?: string | null;

  @Field(() => InviteeInput, { nullable: true, description: 'A new person; absent when `personId` is given.' })
  person?: InviteeInput | null;
}

@InputType('SpeakerInvitationInput', { description: 'Who is asked to speak, and about what.' })
export class SpeakerInvitationInput {
  @Field(() => ID, { nullable: true, description: 'The session, of the same event; absent for the event as a whole.' })
  sessionId?: string | null;

  @Field(() => String, { description: 'What about, in words, as the mail says it; at most 200 characters.' })
  topic: string;

  @Field(() => ID, { nullable: true, description: 'A known person; absent when `person` is given.' })
  personId?: string | null;

  @Field(() => InviteeInput, { nullable: true, description: 'A new person; absent when `personId` is given.' })
  person?: InviteeInput | null;
}

@InputType('InvitationFilter', { description: 'Which invitations; what is absent does not narrow the list.' })
export class InvitationFilter {
  @Field(() => InvitationKindEnum, { nullable: true, description: 'Those of one kind only.' })
  kind?: InvitationKind | null;

  @Field(() => [InvitationStateEnum], { nullable: true, description: 'Those in one of these states only.' })
  states?: InvitationState[] | null;
}
