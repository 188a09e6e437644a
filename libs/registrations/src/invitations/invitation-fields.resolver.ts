import { MessageRepository, MessageType, messageType } from '#communications';
import { PersonNameType, personNameType, PersonRepository } from '#people';
import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { DelegationType, delegationType } from '../delegations/delegation.types.js';
import { mailKeyOf } from './invitation.rules.js';
import { InvitationType } from './invitation.types.js';

/** What nests in an invitation, loaded for a whole list at once. */
@Resolver(() => InvitationType)
export class InvitationFieldsResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly delegations: DelegationRepository,
    private readonly messages: MessageRepository,
  ) {}

  @Allow('staff')
  @ResolveField(() => PersonNameType, { description: 'Who is invited.' })
  async person(
    @Parent() { personId }: InvitationType,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonNameType> {
    const { byIds } = this.persons;
    const person = await loaders.by(byIds, byIds).load(personId);
    if (!person) throw new Error(`The person ${personId} is missing`);
    return personNameType(person);
  }

  @Allow('staff')
  @ResolveField(() => DelegationType, {
    nullable: true,
    description: 'The delegation that a focal point is invited for; null for a speaker.',
  })
  async delegation(
    @Parent() { kind, subjectId }: InvitationType,
    @Context() { loaders }: RequestContext,
  ): Promise<DelegationType | null> {
    if (kind !== 'focal_point' || !subjectId) return null;
    const row = await loaders.by(this.delegations.byIds, this.delegations.byIds).load(subjectId);
    return row && delegationType(row);
  }

  @Allow('staff')
  @ResolveField(() => MessageType, {
    nullable: true,
    description: 'Its latest mail, which tells whether it went out; null until that is written.',
  })
  async message(
    @Parent() invitation: InvitationType,
    @Context() { loaders }: RequestContext,
  ): Promise<MessageType | null> {
    const { byDedupeKeys } = this.messages;
    const row = await loaders.by(byDedupeKeys, byDedupeKeys).load(mailKeyOf(invitation));
    return row && messageType(row);
  }
}
