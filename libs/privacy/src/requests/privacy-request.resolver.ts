import type { Refusal } from '#kernel';
import { PersonRepository, personType, PersonType } from '#people';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  may,
  organizationsWhere,
  PageArgs,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PrivacyRequestRepository } from './privacy-request.repository.js';
import type { PrivacyRequestState } from './privacy-request.rules.js';
import { PrivacyRequestService } from './privacy-request.service.js';
import {
  PrivacyAnswerInput,
  PrivacyRequestConnection,
  PrivacyRequestOrRefusal,
  privacyRequestStateEnum,
  privacyRequestType,
  PrivacyRequestType,
} from './privacy-request.types.js';

@Resolver(() => PrivacyRequestType)
export class PrivacyRequestResolver {
  constructor(
    private readonly requests: PrivacyRequestRepository,
    private readonly service: PrivacyRequestService,
    private readonly persons: PersonRepository,
  ) {}

  @Allow('staff')
  @Query(() => PrivacyRequestConnection, {
    description: 'What people ask about their data, the most urgent first: of the people of your organisations.',
  })
  async privacyRequests(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('state', { type: () => privacyRequestStateEnum, nullable: true, description: 'Only those that stand so.' })
    state?: PrivacyRequestState | null,
  ): Promise<Connection<PrivacyRequestType>> {
    const organizationIds = organizationsWhere(viewer, 'people.change');
    return connectionOf(await this.requests.all({ state, organizationIds }, page), privacyRequestType);
  }

  @Allow('staff')
  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Whose data it is about; null where you may not see them.',
  })
  async person(
    @Parent() { personId }: PrivacyRequestType,
    @CurrentViewer() viewer: Viewer,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonType | null> {
    const row = await loaders.by(this.persons.byIds, this.persons.byIds).load(personId);
    return row && may(viewer, 'people.read', row) ? personType(row) : null;
  }

  @Allow('staff')
  @Mutation(() => PrivacyRequestOrRefusal, {
    description:
      'Answers a request and mails the answer. For whoever may change the person. Refuses with PRIVACY_REQUEST_ANSWERED or PRIVACY_WORDS_WRONG.',
  })
  async answerPrivacyRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The request.' }) id: string,
    @Args('input', { description: 'The answer.' }) input: PrivacyAnswerInput,
  ): Promise<PrivacyRequestType | Refusal> {
    return shown(await this.service.answer(viewer, id, input), privacyRequestType);
  }
}
