import type { Refusal } from '#kernel';
import { personNameType, PersonNameType, PersonRepository } from '#people';
import { Allow, connectionOf, CurrentViewer, PageArgs, shown } from '#platform';
import type { Connection, RequestContext, Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { requireStaff } from '../delegations/delegation.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import type { InvitationKind } from './invitation.rules.js';
import { InvitationService } from './invitation.service.js';
import {
  FocalPointInput,
  InvitationConnection,
  InvitationKindEnum,
  InvitationOrRefusal,
  InvitationType,
  invitationType,
  SentInvitationsType,
  sentInvitationsType,
  SpeakerInvitationInput,
} from './invitation.types.js';

const idArgument = { type: () => ID, description: 'The invitation.' };
const eventArgument = { type: () => ID, description: 'The event.' };

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly repository: InvitationRepository,
    private readonly service: InvitationService,
    private readonly persons: PersonRepository,
  ) {}

  @Allow('staff')
  @Query(() => InvitationConnection, {
    description: "An event's invitations, the oldest first. For the event's staff.",
  })
  async invitations(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args() page: PageArgs,
    @Args('kind', { type: () => InvitationKindEnum, nullable: true, description: 'Those of one kind only.' })
    kind: InvitationKind | null,
  ): Promise<Connection<InvitationType>> {
    requireStaff(viewer, eventId, 'reader', 'event');
    return connectionOf(await this.repository.page(eventId, kind ?? null, page), invitationType);
  }

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
  @Mutation(() => SentInvitationsType, {
    description:
      'Grants each institution a delegation and invites its focal point by mail: all rows or none, up to 200. Organisers only. With an `Idempotency-Key` header, sending it twice does it once.',
  })
  async inviteFocalPoints(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('input', { type: () => [FocalPointInput], description: 'One row per institution.' }) input: FocalPointInput[],
    @Context() { idempotencyKey }: RequestContext,
  ): Promise<SentInvitationsType> {
    return sentInvitationsType(await this.service.inviteFocalPoints(viewer, eventId, input, idempotencyKey));
  }

  @Allow('staff')
  @Mutation(() => SentInvitationsType, {
    description:
      'Invites speakers by mail: all rows or none, up to 200. Organisers only. With an `Idempotency-Key` header, sending it twice does it once.',
  })
  async inviteSpeakers(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('input', { type: () => [SpeakerInvitationInput], description: 'One row per invitation.' })
    input: SpeakerInvitationInput[],
    @Context() { idempotencyKey }: RequestContext,
  ): Promise<SentInvitationsType> {
    return sentInvitationsType(await this.service.inviteSpeakers(viewer, eventId, input, idempotencyKey));
  }

  @Allow('staff')
  @Mutation(() => InvitationOrRefusal, {
    description: 'Sends an invitation once more with a new link; the old link then says so. Organisers only.',
  })
  async resendInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<InvitationType | Refusal> {
    return shown(await this.service.resend(viewer, id), invitationType);
  }

  @Allow('staff')
  @Mutation(() => InvitationOrRefusal, {
    description: 'Takes an unanswered invitation back: its link opens nothing any more. Organisers only.',
  })
  async revokeInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<InvitationType | Refusal> {
    return shown(await this.service.revoke(viewer, id), invitationType);
  }
}
