import { declareJob, Handles, Sweep } from '#platform';
import { Injectable } from '@nestjs/common';
import { MessageQueued } from '../messages/message.events.js';
import { DeliveryService } from './delivery.service.js';

/** Talks to the mail server, so its marks are the message's own states and not the job's. */
const deliverMessage = declareJob('deliver-message', MessageQueued, { transactional: false });

@Injectable()
export class DeliveryJobs {
  constructor(private readonly delivery: DeliveryService) {}

  @Handles(deliverMessage)
  async deliver({ messageId }: { messageId: string }): Promise<void> {
    await this.delivery.deliver(messageId);
  }

  @Sweep({ everySeconds: 5 })
  async requeueDue(): Promise<void> {
    await this.delivery.requeueDue();
  }

  @Sweep({ everySeconds: 15 })
  async recover(): Promise<void> {
    await this.delivery.recover();
  }
}
