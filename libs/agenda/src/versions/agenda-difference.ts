import type { AgendaContent, AgendaEvent, AgendaSession } from './agenda-content.js';

export const agendaAspects = [
  'name',
  'place',
  'days',
  'organizers',
  'venues',
  'blocks',
  'title',
  'summary',
  'kind',
  'time',
  'room',
  'block',
  'speakers',
] as const;

export type AgendaAspect = (typeof agendaAspects)[number];

/** One thing that reads differently. Empty when there was, or is, nothing. */
export interface AspectChange {
  readonly aspect: AgendaAspect;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const sessionFates = ['added', 'removed', 'changed'] as const;

export interface SessionDifference {
  readonly sessionId: string;
  readonly fate: (typeof sessionFates)[number];
  /** As it is now, or as it was when it is gone. */
  readonly title: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Empty when it was added or removed. */
  readonly changes: readonly AspectChange[];
}

export interface AgendaDifference {
  /** Of the event and its themes. */
  readonly changes: readonly AspectChange[];
  /** By day and hour. */
  readonly sessions: readonly SessionDifference[];
}

type Dated = AgendaSession & { readonly day: string };
type Aspects<Of> = readonly (readonly [AgendaAspect, (of: Of) => readonly string[]])[];

const one = (text: string | null): string[] => (text ? [text] : []);

const sessionAspects: Aspects<Dated> = [
  ['title', ({ title }) => one(title)],
  ['kind', ({ kind }) => one(kind)],
  ['time', ({ day, from, to }) => [`${day} ${from}–${to}`]],
  ['room', ({ room }) => one(room)],
  ['block', ({ block }) => one(block && block.name)],
  ['summary', ({ summary }) => one(summary)],
  [
    'speakers',
    ({ speakers }) =>
      speakers.map((speaker) => line(speaker.name, speaker.role, speaker.position, speaker.institution)),
  ],
];

const agendaWide: Aspects<AgendaContent> = [
  ['name', ({ event }) => one(event.name)],
  ['place', ({ event }) => one(line(event.city, event.country))],
  ['days', ({ event }) => one(daysLine(event))],
  ['organizers', ({ event }) => event.organizers.map(({ name, role }) => line(name, role))],
  [
    'venues',
    ({ event }) =>
      event.venues.flatMap(({ name, address, rooms }) => [
        line(name, address),
        ...rooms.map((room) => line(room.name, String(room.capacity))),
      ]),
  ],
  ['blocks', ({ blocks }) => blocks.map(({ name }) => name)],
];

function line(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function daysLine({ startsOn, endsOn, zone }: AgendaEvent): string {
  return line(startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`, zone);
}

function changesBetween<Of>(before: Of, after: Of, aspects: Aspects<Of>): AspectChange[] {
  return aspects
    .map(([aspect, read]) => ({ aspect, before: read(before), after: read(after) }))
    .filter((change) => change.before.join('\n') !== change.after.join('\n'));
}

function sessionsOf(content: AgendaContent | null): Dated[] {
  return content?.days.flatMap(({ date, sessions }) => sessions.map((session) => ({ ...session, day: date }))) ?? [];
}

/** What reads differently in `draft` than in what is `published`; everything is new when nothing is. */
export function agendaDifference(published: AgendaContent | null, draft: AgendaContent): AgendaDifference {
  const known = new Map(sessionsOf(published).map((session) => [session.id, session]));
  const now = sessionsOf(draft);
  const present = new Set(now.map(({ id }) => id));
  const differences = [
    ...now.map((session) => differenceOf(known.get(session.id) ?? null, session)),
    ...[...known.values()].filter(({ id }) => !present.has(id)).map((gone) => differenceOf(gone, null)),
  ].filter((difference) => difference !== null);
  return {
    changes: published ? changesBetween(published, draft, agendaWide) : [],
    sessions: differences.sort((a, b) => whenOf(a).localeCompare(whenOf(b))),
  };
}

function differenceOf(before: Dated | null, after: Dated | null): SessionDifference | null {
  const session = after ?? before;
  if (!session) return null;
  const { id: sessionId, title, day, from, to } = session;
  const shown = { sessionId, title, day, from, to };
  if (!before) return { ...shown, fate: 'added', changes: [] };
  if (!after) return { ...shown, fate: 'removed', changes: [] };
  const changes = changesBetween(before, after, sessionAspects);
  return changes.length > 0 ? { ...shown, fate: 'changed', changes } : null;
}

function whenOf({ day, from, title }: SessionDifference): string {
  return `${day} ${from} ${title}`;
}
