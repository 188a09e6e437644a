import ICAL from 'ical.js';
import type { Email } from 'postal-mime';

export interface ReadCalendar {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly startsAt: Date;
  readonly attendees: readonly string[];
}

/** The calendar part of a mail, read by a library that did not write it. Throws when the mail has none. */
export function calendarIn(mail: Email): ReadCalendar {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) throw new Error(`No calendar in: ${mail.subject}`);
  const text = typeof part.content === 'string' ? part.content : Buffer.from(part.content as ArrayBuffer).toString();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error(`No event in: ${text}`);
  const event = new ICAL.Event(component);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status') as string | null,
    startsAt: event.startDate.toJSDate(),
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
  };
}
