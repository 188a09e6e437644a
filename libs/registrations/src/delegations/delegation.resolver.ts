import { InstitutionRepository, institutionType, InstitutionType } from '#institutions';
import type { Refusal } from '#kernel';
import { Allow, connectionOf, CurrentViewer, PageArgs, shown } from '#platform';
import type { Connection, RequestContext, Viewer } from '#platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { requireStaff } from './delegation.policy.js';
import { DelegationRepository } from './delegation.repository.js';
import { DelegationService } from './delegation.service.js';
import {
  DelegationConnection,
  DelegationFilter,
  DelegationInput,
  DelegationOrRefusal,
  DelegationType,
  delegationType,
} from './delegation.types.js';
import { FocalPointService } from './focal-point.service.js';
import { SubmissionService } from './submission.service.js';

const idArgument = { type: () => ID, description: 'The delegation.' };

@Resolver(() => DelegationType)
export class DelegationResolver {
  constructor(
    private readonly repository: DelegationRepository,
    private readonly service: DelegationService,
    private readonly submissions: SubmissionService,
    private readonly institutions: InstitutionRepository,
    private readonly focalPoints: FocalPointService,
  ) {}

  @Allow('staff')
  @Query(() => DelegationConnection, {
    description: "An event's delegations by the name of their institution. For the event's staff.",
  })
  async delegations(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => DelegationFilter, nullable: true, description: 'Which of them.' })
    filter: DelegationFilter | null,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: "Part of the institution's name, accents aside.",
    })
    search: string | null,
  ): Promise<Connection<DelegationType>> {
    requireStaff(viewer, eventId, 'registrations.read', 'event');
    return connectionOf(await this.repository.page(eventId, { ...filter, search }, page), delegationType);
  }

  @Allow('party')
  @Query(() => DelegationType, {
    description: "One delegation: for the event's staff and for who came by its own link. NOT_FOUND for all others.",
  })
  async delegation(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<DelegationType> {
    return delegationType(await this.service.see(viewer, id));
  }

  @Allow('party')
  @ResolveField(() => InstitutionType, { description: 'The institution whose delegation it is.' })
  async institution(
    @Parent() parent: DelegationType,
    @Context() { loaders }: RequestContext,
  ): Promise<InstitutionType> {
    const { byIds } = this.institutions;
    const row = await loaders.by(byIds, byIds).load(parent.institutionId);
    if (!row) throw new Error(`The delegation ${parent.id} has no institution`);
    return institutionType(row);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description: "Grants an institution a delegation. The event's organisers only. Refuses a second one.",
  })
  async createDelegation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => DelegationInput, description: 'Whose and how large.' }) input: DelegationInput,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.service.create(viewer, input), delegationType);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description: 'Opens a delegation whose focal point did not answer. Organisers only. Opening twice changes nothing.',
  })
  async openDelegation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.service.open(viewer, id), delegationType);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description:
      'Changes the seats of a delegation. Organisers only. Refuses fewer than are taken; more are offered to those who wait.',
  })
  async changeQuota(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('quota', { type: () => Int, description: 'Seats, from 1 to 1000.' }) quota: number,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.service.changeQuota(viewer, id, quota), delegationType);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description:
      "Gives an open delegation another focal point, who gets its page's new link by mail; the former one's opens nothing any more. Organisers only. Refuses a person without e-mail and a delegation that is not open.",
  })
  async changeFocalPoint(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('personId', { type: () => ID, description: 'Who manages it from now on.' }) personId: string,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.focalPoints.change(viewer, id, personId), delegationType);
  }

  @Allow('party')
  @Mutation(() => DelegationOrRefusal, {
    description:
      'Sends a delegation: its drafts are confirmed, or go under review where the organisers want that. Refuses an empty one.',
  })
  async submitDelegation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.submissions.submit(viewer, id), delegationType);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description: 'Accredits a sent delegation and confirms everybody who is under review. Organisers only.',
  })
  async accreditDelegation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.submissions.accredit(viewer, id), delegationType);
  }

  @Allow('staff')
  @Mutation(() => DelegationOrRefusal, {
    description:
      'Closes a delegation for good: nothing in it changes any more and its link opens nothing. Organisers only.',
  })
  async closeDelegation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<DelegationType | Refusal> {
    return shown(await this.service.close(viewer, id), delegationType);
  }
}
