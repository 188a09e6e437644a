import { isEmail } from '#kernel';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { vtimezone } from './vtimezone.js';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** One appointment, in one of its versions. */
export interface CalendarEntry {
  /** Stable for the appointment's whole life: `<row id>@<host>`. */
  readonly uid: string;
  /** 0 at first, one more on each change of time or place, and on the cancellation. */
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
  /** IANA zone in which the times are written. */
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
}

export interface Invite extends CalendarEntry {
  /** REQUEST invites and updates; CANCEL withdraws, with the same uid and a higher sequence. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly organizer: CalendarPerson;
  /** The one person whom this copy invites. */
  readonly attendee: CalendarPerson;
  /** The DTSTAMP: when this version was made. */
  readonly now: Date;
}

/** The calendar part of a mail. */
export interface CalendarPart {
  readonly uid: string;
  readonly sequence: number;
  readonly method: CalendarMethod;
  /** The iCalendar text: CRLF line ends, folded at 75 octets. */
  readonly content: string;
}

/** The invitation, update or cancellation of one appointment for one person (RFC 5546). Feed it to `MessageService.queue`. */
export function calendarOf(invite: Invite): CalendarPart {
  for (const { address } of [invite.organizer, invite.attendee]) {
    if (!isEmail(address))
      throw new Error('The organizer or the attendee of an invitation has not one plain e-mail address');
  }
  const calendar = newCalendar(invite.method, [invite]);
  const event = addEntry(calendar, invite, invite.now);
  event.status(invite.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  event.organizer({ name: nameOf(invite.organizer), email: invite.organizer.address });
  event.createAttendee({
    name: nameOf(invite.attendee),
    email: invite.attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: invite.method === 'REQUEST',
  });
  const { uid, sequence, method } = invite;
  return { uid, sequence, method, content: `${calendar.toString()}\r\n` };
}

/** A feed to subscribe to or a file to download: METHOD:PUBLISH, without attendees. Cancelled entries are told as such. */
export function publishedCalendar(
  name: string,
  entries: readonly (CalendarEntry & { readonly isCancelled?: boolean; readonly changedAt: Date })[],
): string {
  const calendar = newCalendar('PUBLISH', entries);
  calendar.name(clean(name).replace(/\n/g, ' '));
  for (const entry of entries) {
    addEntry(calendar, entry, entry.changedAt).status(
      entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    );
  }
  return `${calendar.toString()}\r\n`;
}

function newCalendar(method: CalendarMethod, entries: readonly CalendarEntry[]): ICalCalendar {
  const calendar = ical({
    prodId: { company: 'Tinkuy', product: 'Tinkuy', language: 'ES' },
    method: ICalCalendarMethod[method],
  });
  const starts = new Map(entries.map((entry) => [entry.zone, entry.start]));
  calendar.timezone({ name: null, generator: (zone) => vtimezone(zone, starts.get(zone) ?? new Date(0)) });
  return calendar;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, stamp: Date) {
  const zone = vtimezone(entry.zone, entry.start) === null ? 'UTC' : entry.zone;
  return calendar.createEvent({
    id: clean(entry.uid),
    sequence: entry.sequence,
    stamp,
    start: zoned(entry.start, zone),
    end: zoned(entry.end, zone),
    timezone: zone === 'UTC' ? null : zone,
    summary: clean(entry.summary),
    description: clean(entry.description),
    location: clean(entry.location),
  });
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

/** Line breaks stay (they are escaped); any other control character goes. */
function clean(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
}

/** A parameter's value: RFC 5545 has no escape for a double quote in it. */
function nameOf(person: CalendarPerson): string {
  return (
    clean(person.name)
      .replace(/["\\\n]/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim() || person.address
  );
}
