import { FailedJobs, QueueHealth } from '#platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { DeliveryEventRepository } from './delivery/delivery-event.repository.js';
import { DeliveryJobs } from './delivery/delivery.jobs.js';
import { DeliveryMarks } from './delivery/delivery.marks.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { ResendService } from './delivery/resend.service.js';
import { JobResolver } from './health/job.resolver.js';
import { JobService } from './health/job.service.js';
import { QueueHealthResolver } from './health/queue-health.resolver.js';
import { proveMails } from './messages/mail-proof.js';
import { MessageExporter } from './messages/message.export.js';
import { MessageFieldsResolver } from './messages/message-fields.resolver.js';
import { MessageRepository } from './messages/message.repository.js';
import { MessageResolver } from './messages/message.resolver.js';
import { MessageService } from './messages/message.service.js';
import { ReminderRepository } from './reminders/reminder.repository.js';
import { ReminderResolver } from './reminders/reminder.resolver.js';
import { ReminderService } from './reminders/reminder.service.js';
import { ReminderSweep } from './reminders/reminder.sweep.js';

@Module({
  providers: [
    DeliveryEventRepository,
    DeliveryJobs,
    DeliveryMarks,
    DeliveryRepository,
    DeliveryService,
    FailedJobs,
    JobResolver,
    JobService,
    MessageExporter,
    MessageFieldsResolver,
    MessageRepository,
    MessageResolver,
    MessageService,
    QueueHealth,
    QueueHealthResolver,
    ReminderRepository,
    ReminderResolver,
    ReminderService,
    ReminderSweep,
    ResendService,
  ],
  exports: [MessageRepository, MessageService, ReminderService],
})
export class CommunicationsModule implements OnModuleInit {
  /** A process with a mail that does not render does not start. */
  onModuleInit(): void {
    proveMails();
  }
}
