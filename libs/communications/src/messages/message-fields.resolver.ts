import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DeliveryEventRepository } from '../delivery/delivery-event.repository.js';
import { DeliveryRepository } from '../delivery/delivery.repository.js';
import {
  DeliveryEventType,
  deliveryEventType,
  MessageType,
  SuppressionType,
  suppressionType,
} from './message.types.js';

/** What became of a mail, loaded for a whole list at once. */
@Resolver(() => MessageType)
export class MessageFieldsResolver {
  constructor(
    private readonly events: DeliveryEventRepository,
    private readonly delivery: DeliveryRepository,
  ) {}

  @Allow('staff')
  @ResolveField(() => [DeliveryEventType], { description: 'Each step on its way out, in order.' })
  async deliveryEvents(
    @Parent() { id }: MessageType,
    @Context() { loaders }: RequestContext,
  ): Promise<DeliveryEventType[]> {
    const rows = await loaders.by(this.events.ofMessages, this.events.ofMessages).load(id);
    return (rows ?? []).map(deliveryEventType);
  }

  @Allow('staff')
  @ResolveField(() => SuppressionType, {
    nullable: true,
    description: 'Why nothing more is sent to its address; null when mails go there.',
  })
  async suppression(
    @Parent() { toAddress, eventId }: MessageType,
    @Context() { loaders }: RequestContext,
  ): Promise<SuppressionType | null> {
    const { suppressions } = this.delivery;
    const row = await loaders.by(suppressions, suppressions).load(toAddress.toLowerCase());
    return row ? suppressionType(row, eventId) : null;
  }
}
