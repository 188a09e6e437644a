import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EventType } from '../events/event.types.js';
import { EventOrganizerRepository } from './event-organizer.repository.js';
import type { OrganizerRole } from './event-organizer.rules.js';
import { EventOrganizerService } from './event-organizer.service.js';
import {
  EventOrganizerInput,
  EventOrganizersOrRefusal,
  EventOrganizersType,
  eventOrganizersType,
  EventOrganizerType,
  eventOrganizerType,
  OrganizerRoleEnum,
} from './event-organizer.types.js';

const eventArgument = { type: () => ID, description: 'The event.' };
const organizerArgument = { type: () => ID, description: 'The id in the list of organisers.' };

@Resolver(() => EventType)
export class EventOrganizerResolver {
  constructor(
    private readonly repository: EventOrganizerRepository,
    private readonly service: EventOrganizerService,
  ) {}

  @Allow('public')
  @ResolveField(() => [EventOrganizerType], { description: 'Who holds it, in protocol order.' })
  async organizers(@Parent() event: EventType, @Context() { loaders }: RequestContext): Promise<EventOrganizerType[]> {
    const { ofEvents } = this.repository;
    const rows = await loaders.by(ofEvents, ofEvents).load(event.id);
    return (rows ?? []).map(eventOrganizerType);
  }

  @Allow('staff')
  @Mutation(() => EventOrganizersOrRefusal, {
    description:
      "Names an institution, last in protocol. The event's organisers only. Refuses one that is named already.",
  })
  async addEventOrganizer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => EventOrganizerInput, description: 'Which and how.' }) input: EventOrganizerInput,
  ): Promise<EventOrganizersType | Refusal> {
    return shown(await this.service.add(viewer, input), eventOrganizersType);
  }

  @Allow('staff')
  @Mutation(() => EventOrganizersOrRefusal, {
    description: "Changes in what way an institution holds the event. The event's organisers only.",
  })
  async changeEventOrganizerRole(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('organizerId', organizerArgument) organizerId: string,
    @Args('role', { type: () => OrganizerRoleEnum, description: 'The new way.' }) role: OrganizerRole,
  ): Promise<EventOrganizersType | Refusal> {
    return shown(await this.service.changeRole(viewer, eventId, organizerId, role), eventOrganizersType);
  }

  @Allow('staff')
  @Mutation(() => EventOrganizersOrRefusal, {
    description:
      "Removes one; the others move up. The event's organisers only. Refuses the last one of a public event.",
  })
  async removeEventOrganizer(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('organizerId', organizerArgument) organizerId: string,
  ): Promise<EventOrganizersType | Refusal> {
    return shown(await this.service.remove(viewer, eventId, organizerId), eventOrganizersType);
  }

  @Allow('staff')
  @Mutation(() => EventOrganizersOrRefusal, {
    description: "Puts the protocol in another order. The event's organisers only. Refuses a list that leaves one out.",
  })
  async reorderEventOrganizers(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args('organizerIds', { type: () => [ID], description: 'Every id of the list once, first in protocol first.' })
    organizerIds: string[],
  ): Promise<EventOrganizersType | Refusal> {
    return shown(await this.service.reorder(viewer, eventId, organizerIds), eventOrganizersType);
  }
}
