import { Allow, connectionType, orRefusal } from '#platform';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Account } from './account.entity.js';

@Allow('staff')
@ObjectType('StaffAccount', { description: 'A member of staff who can sign in.' })
export class StaffAccountType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'The e-mail address with which they sign in.' })
  email: string;

  @Field(() => String, { description: 'The name that others see.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether they may create events and accounts and grant any role.' })
  isAdministrator: boolean;

  @Field(() => Boolean, { description: 'Whether a password alone is not enough for this account.' })
  requiresSecondFactor: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when the account cannot be used (UTC); null while it can.',
  })
  disabledAt: Date | null;
}

export function staffAccountType(account: Account): StaffAccountType {
  const { id, email, name, isAdministrator, requiresSecondFactor, disabledAt } = account;
  return { id, email, name, isAdministrator, requiresSecondFactor, disabledAt };
}

export const StaffAccountConnection = connectionType('StaffAccount', StaffAccountType, 'staff');
export const StaffAccountOrRefusal = orRefusal('StaffAccount', () => StaffAccountType);

@InputType('StaffAccountInput', { description: 'A new account of staff.' })
export class StaffAccountInput {
  @Field(() => String, { description: 'One e-mail address that no other account has.' })
  email: string;

  @Field(() => String, { description: 'One line of at most 100 characters.' })
  name: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether they may create events and accounts and grant any role.',
  })
  isAdministrator: boolean;
}
