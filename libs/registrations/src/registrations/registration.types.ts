import { documentTypeEnum, personName, type DocumentType, type Person } from '#people';
import { ShowsPersonal, Allow, connectionType, orRefusal, RefusalType } from '#platform';
import type { Refusal } from '#kernel';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AllOrNothing } from '../all-or-nothing.js';
import type { Registration } from './registration.entity.js';
import { registrationLifecycle, type RegistrationState } from './registration.rules.js';

export const RegistrationStateEnum = Object.fromEntries(registrationLifecycle.states.map((state) => [state, state]));
registerEnumType(RegistrationStateEnum, {
  name: 'RegistrationState',
  description: 'How far a registration is. Presence at the event is not a state of it.',
  valuesMap: {
    draft: { description: 'Entered and holding a seat; its delegation is not sent yet.' },
    submitted: { description: 'Sent.' },
    awaiting_focal_point: { description: 'Asked for by the person; the focal point has not agreed yet.' },
    under_review: { description: 'The organisers have to confirm or reject it.' },
    confirmed: { description: 'Takes part.' },
    waitlisted: { description: 'Waits for a seat; holds none.' },
    offered: { description: 'A seat became free and is kept for the person until `offerExpiresAt`.' },
    expired: { description: 'The offered seat was not accepted in time.' },
    rejected: { description: 'The organisers said no.' },
    substituted: { description: 'Somebody else goes in their place.' },
    withdrawn: { description: 'Taken back by the delegation.' },
    cancelled: { description: 'Taken off by the organisers.' },
  },
});

@Allow('party')
@ObjectType('RegisteredPerson', {
  description: 'Somebody with how to reach them, for their own delegation and for staff.',
})
export class RegisteredPersonType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'Given names.' })
  givenNames: string;

  @Field(() => String, { description: 'Family names.' })
  familyNames: string;

  @Field(() => String, { description: 'Given names, then family names.' })
  fullName: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; other people may have the same one.' })
  @ShowsPersonal('email')
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number as it was written.' })
  @ShowsPersonal('phone')
  phone: string | null;

  @Field(() => Boolean, { description: 'Whether the person was made up for the demonstration. Show it as such.' })
  isDemonstration: boolean;

  /** Not in the schema: by whose roles addresses are masked. */
  eventId: string;
}

export function registeredPersonType(person: Person, eventId: string): RegisteredPersonType {
  const { id, givenNames, familyNames, email, phone, isDemonstration } = person;
  return { id, givenNames, familyNames, fullName: personName(person), email, phone, isDemonstration, eventId };
}

@Allow('party')
@ObjectType('Registration', { description: "One person's place in a delegation." })
export class RegistrationType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => ID, { description: 'The delegation.' })
  delegationId: string;

  @Field(() => String, { description: "The person's position (cargo), as it stands on the credential." })
  positionTitle: string;

  @Field(() => RegistrationStateEnum, { description: 'How far it is.' })
  state: RegistrationState;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when an offered seat is kept (UTC); null otherwise.',
  })
  offerExpiresAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When its state last changed (UTC).' })
  changedAt: Date;

  /** For the field that shows the person. */
  personId: string;
  eventId: string;
}

export function registrationType(row: Registration): RegistrationType {
  const { id, delegationId, positionTitle, state, offerExpiresAt, changedAt, personId, eventId } = row;
  return { id, delegationId, positionTitle, state, offerExpiresAt, changedAt, personId, eventId };
}

export const RegistrationConnection = connectionType('Registration', RegistrationType, 'staff');
export const RegistrationOrRefusal = orRefusal('Registration', () => RegistrationType);

@Allow('party')
@ObjectType('RegisteredPeople', {
  description: 'The answer to a list of people: all were registered, or none was and `refusals` says what to mend.',
})
export class RegisteredPeopleType {
  @Field(() => [RegistrationType], { description: 'In the order of the list; empty when anything was refused.' })
  registrations: RegistrationType[];

  @Field(() => [RefusalType], {
    description: 'Empty when all were registered; `field` names the row from 0: `people.2.email`.',
  })
  refusals: readonly Refusal[];
}

export function registeredPeopleType({ done, refusals }: AllOrNothing<Registration>): RegisteredPeopleType {
  return { registrations: done.map(registrationType), refusals };
}

@InputType('RegistrationFilter', { description: 'Which registrations; what is absent does not narrow the list.' })
export class RegistrationFilter {
  @Field(() => ID, { nullable: true, description: 'Those of one delegation only.' })
  delegationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of one institution only.' })
  institutionId?: string | null;

  @Field(() => [RegistrationStateEnum], { nullable: true, description: 'Those in one of these states only.' })
  states?: RegistrationState[] | null;
}

@Allow('staff')
@ObjectType('RegistrationCount', { description: "How many of an event's registrations are in one state." })
export class RegistrationCountType {
  @Field(() => RegistrationStateEnum, { description: 'The state.' })
  state: RegistrationState;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@InputType('PersonEntryInput', { description: 'A person as a focal point writes them down.' })
export class PersonEntryInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A known person, whose names and contacts then stay as they are. Staff only.',
  })
  personId?: string | null;

  @Field(() => String, { defaultValue: '', description: 'Given names, one line of at most 100 characters.' })
  givenNames: string;

  @Field(() => String, { defaultValue: '', description: 'Family names, one line of at most 100 characters.' })
  familyNames: string;

  @Field(() => String, { description: 'Position (cargo), one line of at most 150 characters.' })
  positionTitle: string;

  @Field(() => String, { nullable: true, description: "One e-mail address; may be another person's too." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Digits with an optional country code: `+51 984 000 000`.' })
  phone?: string | null;

  @Field(() => documentTypeEnum, { nullable: true, description: 'Kind of the identity document.' })
  documentType?: DocumentType | null;

  @Field(() => String, { nullable: true, description: 'Its number; a wrong check digit is taken as it is.' })
  documentNumber?: string | null;
}

@InputType('RegisterPeopleInput', { description: 'People for one delegation: all are registered, or none.' })
export class RegisterPeopleInput {
  @Field(() => ID, { description: 'The delegation.' })
  delegationId: string;

  @Field(() => [PersonEntryInput], { description: 'From 1 to 100 people.' })
  people: PersonEntryInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'When not all find a seat, put all of them on the waiting list.',
  })
  mayWait: boolean;
}
