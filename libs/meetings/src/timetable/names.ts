import type { Language } from '#kernel';
import type { Meeting, TimetableProblem } from './problem.js';

/** How things are called in sentences: people and institutions by name, slots by label, meetings by who meets. */
export class Names {
  private readonly people = new Map<string, string>();
  private readonly meetings = new Map<string, Meeting>();

  constructor(
    private readonly problem: TimetableProblem,
    private readonly language: Language,
  ) {
    for (const party of problem.parties) {
      for (const one of [party, ...(party.members ?? [])]) this.people.set(one.id, one.name);
    }
    for (const meeting of problem.meetings) this.meetings.set(meeting.id, meeting);
  }

  attendee(id: string): string {
    return this.people.get(id) ?? id;
  }

  /** `Cusco – Ministry of Health` */
  meeting(id: string): string {
    const meeting = this.meetings.get(id);
    return meeting ? meeting.sides.map((side) => this.attendee(side.party)).join(' – ') : id;
  }

  /** `10:40`, and the day where there are several. */
  slot(position: number): string {
    const slot = this.problem.slots[position];
    if (!slot) return String(position + 1);
    const several = this.problem.slots.some((other) => other.day !== slot.day);
    if (!several) return slot.label;
    const day = new Set(this.problem.slots.slice(0, position + 1).map((other) => other.day)).size;
    return this.language === 'es' ? `${slot.label} (día ${day})` : `${slot.label} (day ${day})`;
  }

  /** `a, b y c` */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(items);
  }
}
