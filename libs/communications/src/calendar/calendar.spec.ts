import ICAL from 'ical.js';
import { calendarOf, publishedCalendar, type Invite } from './calendar.js';

const invite: Invite = {
  uid: 'd5d2b6a4-8a4e-4b63-9d0a-3b7f5c3c9f11@encuentros.example',
  sequence: 0,
  method: 'REQUEST',
  start: new Date('2025-06-20T14:00:00Z'),
  end: new Date('2025-06-20T14:20:00Z'),
  zone: 'America/Lima',
  summary: 'Reunión bilateral: Mancomunidad de los Ñustas; mesa 4, sala "Inti"',
  description: 'Traiga su ayuda memoria.\nLa reunión dura 20 minutos.',
  location: 'Centro de Convenciones, Cusco',
  organizer: { name: 'II Encuentro Nacional', address: 'no-responder@encuentros.example' },
  attendee: { name: 'Quispe Mamani, Ana "Anita"', address: 'ana@example.org' },
  now: new Date('2025-06-01T12:00:00Z'),
};

const parse = (content: string) => new ICAL.Component(ICAL.parse(content) as unknown[] as never);
const eventOf = (content: string) => new ICAL.Event(parse(content).getFirstSubcomponent('vevent') ?? undefined);

describe('an invitation', () => {
  const part = calendarOf(invite);
  const calendar = parse(part.content);
  const event = eventOf(part.content);
  const vevent = calendar.getFirstSubcomponent('vevent')!;

  it('asks, for the one person whom it is sent to', () => {
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(
      vevent.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
    ).toEqual(['mailto:ana@example.org']);
    expect(vevent.getFirstProperty('attendee')?.getParameter('cn')).toBe('Quispe Mamani, Ana Anita');
    expect(String(vevent.getFirstPropertyValue('organizer')).toLowerCase()).toBe(
      'mailto:no-responder@encuentros.example',
    );
  });

  it('keeps the uid, the sequence and the words as they were given', () => {
    expect([event.uid, event.sequence]).toEqual([invite.uid, 0]);
    expect([event.summary, event.description, event.location]).toEqual([
      invite.summary,
      invite.description,
      invite.location,
    ]);
  });

  it('says the local time in a zone that it defines', () => {
    expect(vevent.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('America/Lima');
    expect(event.startDate.toString()).toBe('2025-06-20T09:00:00');
    expect(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual([
      'America/Lima',
    ]);
    ICAL.TimezoneService.register(calendar.getFirstSubcomponent('vtimezone')!);
    expect(eventOf(part.content).startDate.toJSDate()).toEqual(invite.start);
    ICAL.TimezoneService.reset();
  });

  it('is stamped by the clock that it is given', () => {
    expect((vevent.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate()).toEqual(invite.now);
  });

  it('ends its lines with CRLF and folds them at 75 octets', () => {
    const long = calendarOf({ ...invite, description: 'ñandú y vicuña 🦙 '.repeat(40) }).content;
    const lines = long.split('\r\n');
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(eventOf(long).description).toBe('ñandú y vicuña 🦙 '.repeat(40));
  });
});

describe('a cancellation', () => {
  it('withdraws the same uid with a higher sequence', () => {
    const { content } = calendarOf({ ...invite, method: 'CANCEL', sequence: 2 });
    const vevent = parse(content).getFirstSubcomponent('vevent')!;
    expect(parse(content).getFirstPropertyValue('method')).toBe('CANCEL');
    expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([eventOf(content).uid, eventOf(content).sequence]).toEqual([invite.uid, 2]);
  });
});

describe('a zone', () => {
  it.each([
    ['America/Lima', '2025-06-20T09:00:00', 'America/Lima'],
    ['America/La_Paz', '2025-06-20T10:00:00', 'America/La_Paz'],
    ['Asia/Seoul', '2025-06-20T23:00:00', 'Asia/Seoul'],
  ])('of a constant offset is written in its own time: %s', (zone, local, tzid) => {
    const vevent = parse(calendarOf({ ...invite, zone }).content).getFirstSubcomponent('vevent')!;
    expect([
      String(vevent.getFirstPropertyValue('dtstart')),
      vevent.getFirstProperty('dtstart')?.getParameter('tzid'),
    ]).toEqual([local, tzid]);
  });

  it('that changes its clocks is written in UTC, with no zone', () => {
    const calendar = parse(calendarOf({ ...invite, zone: 'America/Santiago' }).content);
    const start = calendar.getFirstSubcomponent('vevent')!.getFirstProperty('dtstart')!;
    expect([String(start.getFirstValue()), start.getParameter('tzid')]).toEqual(['2025-06-20T14:00:00Z', undefined]);
    expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
  });
});

describe('text from a form', () => {
  const hostile = 'Reunión\r\nATTENDEE:mailto:other@example.org\r\nEND:VEVENT\u0000\u2028X:1';

  it.each(['summary', 'description', 'location'] as const)('cannot add a line through the %s', (field) => {
    const calendar = parse(calendarOf({ ...invite, [field]: hostile }).content);
    const vevent = calendar.getFirstSubcomponent('vevent')!;
    expect(vevent.getAllProperties('attendee')).toHaveLength(1);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(vevent.getFirstPropertyValue('x')).toBeNull();
  });

  it('cannot add a line through a name or an address', () => {
    const content = calendarOf({
      ...invite,
      attendee: { name: `Ana\r\n${hostile}`, address: 'ana@example.org' },
    }).content;
    expect(parse(content).getFirstSubcomponent('vevent')!.getAllProperties('attendee')).toHaveLength(1);
    expect(() => calendarOf({ ...invite, attendee: { name: 'Ana', address: 'ana@example.org\r\nX:1' } })).toThrow(
      'has not one plain e-mail address',
    );
  });
});

describe('a feed', () => {
  it('publishes without attendees and tells what was cancelled', () => {
    const entries = [
      { ...invite, changedAt: invite.now },
      { ...invite, uid: 'other@encuentros.example', changedAt: invite.now, isCancelled: true },
    ];
    const calendar = parse(publishedCalendar('Mis reuniones', entries));
    const vevents = calendar.getAllSubcomponents('vevent');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(vevents.flatMap((vevent) => vevent.getAllProperties('attendee'))).toEqual([]);
    expect(vevents.map((vevent) => vevent.getFirstPropertyValue('status'))).toEqual(['CONFIRMED', 'CANCELLED']);
  });
});
