import { isId, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  may,
  PageArgs,
  requireMay,
  shown,
  type Connection,
  type Viewer,
} from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ResendService } from '../delivery/resend.service.js';
import { MessageRepository } from './message.repository.js';
import {
  MessageConnection,
  MessageCountType,
  MessageFilter,
  MessageOrRefusal,
  MessageType,
  messageType,
} from './message.types.js';

const eventArgument = { type: () => ID, description: 'The event.' };
const idArgument = { type: () => ID, description: 'The mail.' };

@Resolver(() => MessageType)
export class MessageResolver {
  constructor(
    private readonly messages: MessageRepository,
    private readonly decisions: ResendService,
  ) {}

  @Allow('staff')
  @Query(() => MessageConnection, {
    name: 'messages',
    description: "An event's mails, the latest first. Readers and organisers.",
  })
  async list(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => MessageFilter, nullable: true, description: 'Which of them.' })
    filter: MessageFilter | null,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'Part of the recipient or the subject, accents and case aside.',
    })
    search: string | null,
  ): Promise<Connection<MessageType>> {
    requireMay(viewer, 'messages.read', eventId);
    return connectionOf(await this.messages.ofEvent(eventId, { ...filter, search }, page), messageType);
  }

  @Allow('staff')
  @Query(() => [MessageCountType], {
    description: "How many of an event's mails stand where, by kind. Readers and organisers.",
  })
  async messageCounts(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
  ): Promise<MessageCountType[]> {
    requireMay(viewer, 'messages.read', eventId);
    return this.messages.counts(eventId);
  }

  @Allow('staff')
  @Query(() => MessageType, {
    name: 'message',
    nullable: true,
    description: 'One mail; null when there is none, or none that you may see.',
  })
  async one(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<MessageType | null> {
    const message = isId(id) ? await this.messages.byId(id) : null;
    return message?.eventId && may(viewer, 'messages.read', message.eventId) ? messageType(message) : null;
  }

  @Allow('staff')
  @Mutation(() => MessageOrRefusal, {
    description:
      'Sends a mail once more that is in doubt, failed or was held back. Organisers. Refuses any other, one whose time is over, one that a later mail about the same appointment replaced, and one to a suppressed address.',
  })
  async resendMessage(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<MessageType | Refusal> {
    return shown(await this.decisions.resend(viewer, id), messageType);
  }

  @Allow('staff')
  @Mutation(() => MessageOrRefusal, {
    description:
      "Writes to a mail's address again from now on, though its server refused it before. Sends nothing by itself. Organisers. Refuses an address that is not suppressed.",
  })
  async liftSuppression(
    @CurrentViewer() viewer: Viewer,
    @Args('messageId', idArgument) messageId: string,
  ): Promise<MessageType | Refusal> {
    return shown(await this.decisions.liftSuppression(viewer, messageId), messageType);
  }
}
