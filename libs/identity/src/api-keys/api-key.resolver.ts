import { Clock, type Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type Viewer } from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApiKeyService } from './api-key.service.js';
import {
  ApiKeyInput,
  apiKeyType,
  ApiKeyType,
  MadeApiKeyOrRefusal,
  madeApiKeyType,
  type MadeApiKeyType,
} from './api-key.types.js';

@Resolver()
export class ApiKeyResolver {
  constructor(
    private readonly keys: ApiKeyService,
    private readonly clock: Clock,
  ) {}

  @Allow('staff')
  @Query(() => [ApiKeyType], {
    description: 'Every key of the organisation, the latest first, revoked and ended ones as well. For its owners.',
  })
  async apiKeys(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', {
      type: () => ID,
      nullable: true,
      description: 'The organisation; absent for all of which you are an owner.',
    })
    organizationId?: string | null,
  ): Promise<ApiKeyType[]> {
    return (await this.keys.list(viewer, organizationId ?? null)).map((key) => apiKeyType(key, this.clock.now()));
  }

  @Allow('staff')
  @Mutation(() => MadeApiKeyOrRefusal, {
    description:
      'For owners of the organisation, recently proved (STEP_UP_NEEDED). Refuses with API_KEY_NAME_WRONG, API_KEY_DAYS_WRONG or API_KEY_EVENT_UNKNOWN.',
  })
  async createApiKey(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What it opens, and for how long.' }) input: ApiKeyInput,
  ): Promise<MadeApiKeyType | Refusal> {
    return shown(await this.keys.create(viewer, input), madeApiKeyType);
  }

  @Allow('staff')
  @Mutation(() => ApiKeyType, { description: 'For owners of the organisation. Holds at once.' })
  async revokeApiKey(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The key.' }) id: string,
  ): Promise<ApiKeyType> {
    return apiKeyType(await this.keys.revoke(viewer, id), this.clock.now());
  }
}
