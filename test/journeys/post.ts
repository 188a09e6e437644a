import { eventually, type SmtpSink, type TakenMail } from '#support';
import PostalMime, { type Email } from 'postal-mime';
import { calendarIn, type ReadCalendar } from './calendar.js';

interface Addressee {
  readonly email: string;
}

/** The mails of the journey, as their readers find them. */
export class Post {
  private readonly opened = new Map<TakenMail, Promise<Email>>();

  constructor(private readonly sink: SmtpSink) {}

  async mailsTo({ email }: Addressee): Promise<Email[]> {
    return Promise.all(this.sink.mails.filter(({ to }) => to.includes(email)).map((mail) => this.open(mail)));
  }

  private open(mail: TakenMail): Promise<Email> {
    const opened = this.opened.get(mail) ?? PostalMime.parse(mail.raw);
    this.opened.set(mail, opened);
    return opened;
  }

  /** The calendars that somebody was sent for meetings, oldest first, once there are `count`. */
  async calendarsOf(addressee: Addressee, count: number): Promise<ReadCalendar[]> {
    const withCalendar = async () => {
      const mails = await this.mailsTo(addressee);
      const meetings = mails.filter(({ subject }) => !/recordatorio|inscripci/i.test(subject ?? ''));
      return meetings.filter(({ attachments }) => attachments.some(({ mimeType }) => mimeType === 'text/calendar'));
    };
    return (await eventually(withCalendar, ({ length }) => length === count)).map(calendarIn);
  }

  /** The subjects of the reminders of meetings. */
  async remindersOf(addressee: Addressee): Promise<string[]> {
    const subjects = (await this.mailsTo(addressee)).map(({ subject }) => subject ?? '');
    return subjects.filter((subject) => /^recordatorio: reunión/i.test(subject));
  }
}

/** The address in a mail's text that begins with this: `http://127.0.0.1:3000/i/`. */
export function linkIn(mail: Email, start: string): string {
  const text = mail.text ?? '';
  const from = text.indexOf(start);
  if (from < 0) throw new Error(`No link ${start} in: ${text}`);
  return /^\S+/.exec(text.slice(from))?.[0] ?? start;
}
