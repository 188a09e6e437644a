export {
  calendarOf,
  publishedCalendar,
  type CalendarEntry,
  type CalendarPart,
  type CalendarPerson,
  type Invite,
} from './calendar/calendar.js';
export { CommunicationsModule } from './communications.module.js';
export { MailboxModule, MailSinkModule } from './mailbox/mailbox.module.js';
export { MailboxRepository, type MailboxLine } from './mailbox/mailbox.repository.js';
export { openMail, type OpenedMail } from './mailbox/opened-mail.js';
export type { CalendarSummary } from './calendar/calendar-summary.js';
export {
  declareMail,
  type EventMail,
  type MailAction,
  type MailBody,
  type MailDeclaration,
  type MailFact,
  type MailLink,
} from './messages/mail.js';
export { proveMails } from './messages/mail-proof.js';
export { MessageRepository } from './messages/message.repository.js';
export { messageType, MessageType } from './messages/message.types.js';
export { MessageService, type OutgoingMail } from './messages/message.service.js';
export { ReminderDue } from './reminders/reminder.events.js';
export { ReminderType } from './reminders/reminder.types.js';
export { ReminderService, type ReminderPlan, type ReminderSubject } from './reminders/reminder.service.js';
