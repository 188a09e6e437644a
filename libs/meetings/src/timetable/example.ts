import type { Meeting, Party, Slot, TimetableProblem } from './problem.js';

/** Small problems for the specs: slots of twenty minutes from 9:00, one zone, people called `a`, `b`, ... */
export function example(
  parts: Partial<TimetableProblem> & { slotCount?: number; tables?: number } = {},
): TimetableProblem {
  const { slotCount = 4, tables = 2, ...rest } = parts;
  return {
    slots: slots(slotCount),
    zones: [{ id: 'hall', name: 'Hall', tables }],
    parties: people('abcd'),
    meetings: [meeting('ab'), meeting('cd'), meeting('ac')],
    ...rest,
  };
}

export function slots(count: number, day = 0): Slot[] {
  return Array.from({ length: count }, (_, i) => {
    const minutes = 540 + 20 * i;
    const label = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    const startsAt = day * 1440 + minutes;
    return { label, day, half: minutes < 720 ? 'morning' : 'afternoon', startsAt, endsAt: startsAt + 20 };
  });
}

export function people(letters: string): Party[] {
  return [...letters].map((id) => ({ id, name: id.toUpperCase() }));
}

/** The meeting `ab` is of `a` with `b`. */
export function meeting(letters: string, rules: Partial<Meeting> = {}): Meeting {
  return { id: letters, sides: [...letters].map((party) => ({ party })), ...rules };
}
