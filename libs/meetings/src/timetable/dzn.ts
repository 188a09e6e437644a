import type { Meeting, Party, Slot, TimetableProblem } from './problem.js';

/** A file that cannot be read: where, and what is wrong there. */
export class DznFault extends Error {
  constructor(
    /** From 1. */
    readonly line: number,
    readonly fault: string,
  ) {
    super(`line ${line}: ${fault}`);
  }
}

interface Assignment {
  readonly line: number;
  readonly value: string;
}

/**
 * Reads the MiniZinc data of the published B2B instances: `nBusiness`, `nMeetings`, `nTables`, `nTotalSlots`, `nMorningSlots`,
 * `requested` (person, person, 1 morning, 2 afternoon, 3 any), `forbidden`, `fixed`, `precedences`. Persons and meetings are
 * called by their number from 1, slots by their position from 0 and labelled from 1. Throws a `DznFault`.
 */
export function readDzn(text: string): TimetableProblem {
  const assignments = assignmentsOf(text.replace(/%.*$/gm, ''));
  const people = wholeNumber(assignments, 'nBusiness');
  const slots = wholeNumber(assignments, 'nTotalSlots');
  const tables = wholeNumber(assignments, 'nTables');
  const morning = wholeNumber(assignments, 'nMorningSlots');
  const meetings = meetingsOf(assignments, people, slots);
  return {
    slots: Array.from({ length: slots }, (_, slot) => slotOf(slot, morning)),
    zones: [{ id: 'tables', name: 'Tables', tables }],
    parties: partiesOf(assignments, people, slots),
    meetings,
    fairness: 2,
  };
}

function slotOf(slot: number, morning: number): Slot {
  // The files give no hours; twenty minutes a slot keep the order and leave no walking to do, for there is one zone.
  return {
    label: String(slot + 1),
    day: 0,
    half: slot < morning ? 'morning' : 'afternoon',
    startsAt: slot * 20,
    endsAt: slot * 20 + 20,
  };
}

function assignmentsOf(text: string): Map<string, Assignment> {
  const found = new Map<string, Assignment>();
  let position = 0;
  for (const statement of text.split(';')) {
    const start = position + (statement.length - statement.trimStart().length);
    position += statement.length + 1;
    if (!statement.trim()) continue;
    const line = lineAt(text, start);
    const match = /^\s*([A-Za-z]\w*)\s*=([\s\S]*)$/.exec(statement);
    if (!match) throw new DznFault(line, `expected "name = value", found "${firstWords(statement)}"`);
    if (found.has(match[1])) throw new DznFault(line, `${match[1]} is given twice`);
    if (/=/.test(match[2])) throw new DznFault(line, `${match[1]} does not end with a semicolon`);
    found.set(match[1], { line: lineAt(text, position - 1 - match[2].length), value: match[2] });
  }
  return found;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function firstWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 40);
}

function assignment(assignments: Map<string, Assignment>, name: string): Assignment {
  const found = assignments.get(name);
  if (!found) throw new DznFault(1, `${name} is missing`);
  return found;
}

function wholeNumber(assignments: Map<string, Assignment>, name: string): number {
  const { line, value } = assignment(assignments, name);
  const text = value.trim();
  if (!/^\d+$/.test(text)) throw new DznFault(line, `${name} must be a whole number, found "${firstWords(value)}"`);
  const number = Number(text);
  if (number > 1_000_000) throw new DznFault(line, `${name} is too large: ${text}`);
  return number;
}

/** The items between brackets with the line of each; `pattern` finds one item. Anything that is no item is a fault. */
function items(name: string, { line, value }: Assignment, pattern: RegExp): { line: number; text: string }[] {
  const body = value.trim();
  if (!body.startsWith('[') || !body.endsWith(']')) throw new DznFault(line, `${name} must stand between [ and ]`);
  const foreign = /[^[\]|,\s]+/.exec(value.replace(pattern, (item) => item.replace(/\S/g, ' ')));
  if (foreign) throw new DznFault(line + lineAt(value, foreign.index) - 1, `${name} holds "${firstWords(foreign[0])}"`);
  return [...value.matchAll(pattern)].map((match) => ({ line: line + lineAt(value, match.index) - 1, text: match[0] }));
}

function sets(assignments: Map<string, Assignment>, name: string, count: number, most: number): number[][] {
  const given = assignments.get(name);
  if (!given) return Array.from({ length: count }, () => []);
  const list = items(name, given, /\{[^{}]*\}/g);
  if (list.length !== count) throw new DznFault(given.line, `${name} holds ${list.length} sets, expected ${count}`);
  return list.map(({ line, text }) => {
    const inner = text.slice(1, -1).trim();
    if (inner && !/^\d+(\s*,\s*\d+)*$/.test(inner))
      throw new DznFault(line, `${name} holds the set ${firstWords(text)}`);
    const numbers = inner ? inner.split(',').map(Number) : [];
    const wrong = numbers.find((number) => number > most);
    if (wrong !== undefined) throw new DznFault(line, `${name} holds ${wrong}, the greatest is ${most}`);
    return numbers.filter((number) => number > 0);
  });
}

function partiesOf(assignments: Map<string, Assignment>, people: number, slots: number): Party[] {
  return sets(assignments, 'forbidden', people, slots).map((forbidden, person) => ({
    id: String(person + 1),
    name: String(person + 1),
    unavailable: forbidden.map((slot) => slot - 1),
  }));
}

function meetingsOf(assignments: Map<string, Assignment>, people: number, slots: number): Meeting[] {
  const count = wholeNumber(assignments, 'nMeetings');
  const requested = assignment(assignments, 'requested');
  const numbers = items('requested', requested, /-?\d+/g);
  if (numbers.length !== count * 3) {
    throw new DznFault(
      requested.line,
      `requested holds ${numbers.length} numbers, expected 3 for each of ${count} meetings`,
    );
  }
  const before = sets(assignments, 'precedences', count, count);
  const fixed = fixedSlots(assignments, count, slots);
  return before.map((earlier, m) => ({
    id: String(m + 1),
    sides: [0, 1].map((side) => ({ party: String(inRange('requested', numbers[m * 3 + side], 1, people)) })),
    ...halfOf(inRange('requested', numbers[m * 3 + 2], 1, 3)),
    ...(fixed[m] > 0 ? { fixedSlot: fixed[m] - 1 } : {}),
    ...(earlier.length ? { after: earlier.map(String) } : {}),
  }));
}

function halfOf(session: number): Pick<Meeting, 'half'> {
  return session === 3 ? {} : { half: session === 1 ? 'morning' : 'afternoon' };
}

function fixedSlots(assignments: Map<string, Assignment>, count: number, slots: number): number[] {
  const given = assignments.get('fixed');
  if (!given) return Array.from({ length: count }, () => 0);
  const list = items('fixed', given, /-?\d+/g);
  if (list.length !== count) throw new DznFault(given.line, `fixed holds ${list.length} slots, expected ${count}`);
  return list.map((item) => inRange('fixed', item, 0, slots));
}

function inRange(name: string, item: { line: number; text: string }, least: number, most: number): number {
  const number = Number(item.text);
  if (number < least || number > most) {
    throw new DznFault(item.line, `${name} holds ${item.text}, expected ${least} to ${most}`);
  }
  return number;
}
