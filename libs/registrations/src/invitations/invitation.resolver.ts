import type { Refusal } from '#kernel';
import { Allow, connectionOf, CurrentViewer, PageArgs, shown } from '#platform';
import type { Connection, RequestContext, Viewer } from '#platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { requireStaff } from '../delegations/delegation.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationService } from './invitation.service.js';
import {
  FocalPointInput,
  InvitationConnection,
  InvitationFilter,
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
  ) {}

  @Allow('staff')
  @Query(() => InvitationConnection, {
    description: "An event's invitations, the oldest first. For the event's staff.",
  })
  async invitations(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => InvitationFilter, nullable: true, description: 'Which of them.' })
    filter: InvitationFilter | null,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: "Part of the person's name or e-mail address, accents and case aside.",
    })
    search: string | null,
  ): Promise<Connection<InvitationType>> {
    requireStaff(viewer, eventId, 'registrations.read', 'event');
    return connectionOf(await this.repository.page(eventId, { ...filter, search }, page), invitationType);
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
