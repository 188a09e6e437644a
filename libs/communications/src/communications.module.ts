import { Module } from '@nestjs/common';
import { DeliveryMarks } from './delivery/delivery.marks.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { MessageRepository } from './messages/message.repository.js';
import { MessageService } from './messages/message.service.js';
import { ReminderRepository } from './reminders/reminder.repository.js';
import { ReminderService } from './reminders/reminder.service.js';
import { ReminderSweep } from './reminders/reminder.sweep.js';

@Module({
  providers: [
    DeliveryMarks,
    DeliveryRepository,
    DeliveryService,
    MessageRepository,
    MessageService,
    ReminderRepository,
    ReminderService,
    ReminderSweep,
  ],
  exports: [MessageService, ReminderService],
})
export class CommunicationsModule {}
