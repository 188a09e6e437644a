import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type Viewer } from '#platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RetentionRuleService } from './retention-rule.service.js';
import type { RetentionPurpose } from './retention.rules.js';
import {
  EventRetentionOrRefusal,
  EventRetentionType,
  OrganizationRetentionOrRefusal,
  OrganizationRetentionType,
  retentionPurposeEnum,
  RetentionRulePreviewOrRefusal,
  RetentionRulePreviewType,
} from './retention.types.js';

const eventArgument = { type: () => ID, description: 'The event.' };
const organizationArgument = { type: () => ID, description: 'The organisation.' };
const purposeArgument = { type: () => retentionPurposeEnum, description: 'What is kept.' };
const daysArgument = { type: () => Int, description: 'From 0 to 36500.' };
const wishedArgument = { type: () => Int, nullable: true, description: 'From 0 to 36500; as it is now when left out.' };

@Resolver()
export class RetentionRuleResolver {
  constructor(private readonly rules: RetentionRuleService) {}

  @Allow('staff')
  @Query(() => RetentionRulePreviewOrRefusal, {
    description:
      "What an event would lose if it kept something for so many days. For the event's organisers. Refuses with RETENTION_DAYS_WRONG.",
  })
  async eventRetentionPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('purpose', purposeArgument) purpose: RetentionPurpose,
    @Args('days', wishedArgument) days: number | null,
  ): Promise<RetentionRulePreviewType | Refusal> {
    return shown(await this.rules.previewOf(viewer, { eventId }, purpose, days ?? null), (preview) => preview);
  }

  @Allow('staff')
  @Query(() => RetentionRulePreviewOrRefusal, {
    description:
      "What an organisation's events without a rule of their own would lose if they kept something for so many days. For its owners. Refuses with RETENTION_DAYS_WRONG.",
  })
  async organizationRetentionPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', organizationArgument) organizationId: string,
    @Args('purpose', purposeArgument) purpose: RetentionPurpose,
    @Args('days', wishedArgument) days: number | null,
  ): Promise<RetentionRulePreviewType | Refusal> {
    return shown(await this.rules.previewOf(viewer, { organizationId }, purpose, days ?? null), (preview) => preview);
  }

  @Allow('staff')
  @Mutation(() => EventRetentionOrRefusal, {
    description:
      "Sets for how many days after its last one an event keeps something. For the event's organisers. Refuses with RETENTION_DAYS_WRONG.",
  })
  async setEventRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('purpose', purposeArgument) purpose: RetentionPurpose,
    @Args('days', daysArgument) days: number,
  ): Promise<EventRetentionType | Refusal> {
    return shown(await this.rules.setDays(viewer, { eventId }, purpose, days), (rule) => ({ eventId, ...rule }));
  }

  @Allow('staff')
  @Mutation(() => OrganizationRetentionOrRefusal, {
    description:
      "Sets for how many days after an event's last one an organisation keeps something, for all its events without a rule of their own. For its owners. Refuses with RETENTION_DAYS_WRONG.",
  })
  async setOrganizationRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', organizationArgument) organizationId: string,
    @Args('purpose', purposeArgument) purpose: RetentionPurpose,
    @Args('days', daysArgument) days: number,
  ): Promise<OrganizationRetentionType | Refusal> {
    const rule = await this.rules.setDays(viewer, { organizationId }, purpose, days);
    return shown(rule, (set) => ({ organizationId, ...set }));
  }
}
