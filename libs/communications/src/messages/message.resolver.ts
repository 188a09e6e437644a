import type { Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  hasRole,
  PageArgs,
  requireRole,
  shown,
  type Connection,
  type Viewer,
} from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ResendService } from '../delivery/resend.service.js';
import { MessageRepository } from './message.repository.js';
import type { MessageState } from './message.rules.js';
import { MessageConnection, MessageOrRefusal, messageStateEnum, MessageType, messageType } from './message.types.js';

@Resolver(() => MessageType)
export class MessageResolver {
  constructor(
    private readonly messages: MessageRepository,
    private readonly resend: ResendService,
  ) {}

  @Allow('staff')
  @Query(() => MessageConnection, {
    name: 'messages',
    description: "An event's mails, the latest first. Readers and organisers.",
  })
  async list(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('state', { type: () => messageStateEnum, nullable: true, description: 'Only mails that stand so.' })
    state?: MessageState,
    @Args('search', { type: () => String, nullable: true, description: 'Part of the recipient or the subject.' })
    search?: string,
  ): Promise<Connection<MessageType>> {
    requireRole(viewer, eventId, 'reader');
    return connectionOf(await this.messages.ofEvent(eventId, { state, search }, page), messageType);
  }

  @Allow('staff')
  @Query(() => MessageType, {
    name: 'message',
    nullable: true,
    description: 'One mail; null when there is none, or none that you may see.',
  })
  async one(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The mail.' }) id: string,
  ): Promise<MessageType | null> {
    const message = await this.messages.byId(id);
    return message && hasRole(viewer, message.eventId, 'reader') ? messageType(message) : null;
  }

  @Allow('staff')
  @Mutation(() => MessageOrRefusal, {
    description:
      'Sends a mail of uncertain fate once more. Organisers. Refuses a mail that is not uncertain, and one that a later mail about the same appointment replaced.',
  })
  async resendUncertainMessage(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The mail.' }) id: string,
  ): Promise<MessageType | Refusal> {
    return shown(await this.resend.resendUncertain(viewer, id), messageType);
  }
}
