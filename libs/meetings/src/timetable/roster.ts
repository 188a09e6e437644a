import type { Attendee, Meeting, Party, Side } from './problem.js';

/** Who there is: the attendees in order, and for each party its own. */
export interface Roster {
  readonly people: readonly Attendee[];
  readonly partyOf: ReadonlyMap<string, { readonly party: Party; readonly people: readonly number[] }>;
}

export function rosterOf(parties: readonly Party[]): Roster {
  const people: Attendee[] = [];
  const partyOf = new Map<string, { party: Party; people: number[] }>();
  const known = new Set<string>();
  for (const party of parties) {
    if (partyOf.has(party.id)) throw new Error(`Two parties have the id ${party.id}`);
    const own: number[] = [];
    for (const person of party.members ?? [party]) {
      if (known.has(person.id)) throw new Error(`Two attendees have the id ${person.id}`);
      known.add(person.id);
      own.push(people.push(person) - 1);
    }
    partyOf.set(party.id, { party, people: own });
  }
  return { people, partyOf };
}

/** The seats of each meeting and who may take them, in flat lists as in `Instance`. */
export interface Seats {
  readonly seatStart: Int32Array;
  readonly candidateStart: Int32Array;
  readonly candidates: Int32Array;
}

/** Written straight into flat lists: small arrays by the ten thousand cost more than all the rest of a first timetable. */
export function seatsOf(meetings: readonly Meeting[], roster: Roster): Seats {
  const seatStart = new Int32Array(meetings.length + 1);
  const candidateStart = [0];
  const candidates: number[] = [];
  const seat = (people: readonly number[]): void => {
    for (const person of people) candidates.push(person);
    candidateStart.push(candidates.length);
  };
  meetings.forEach((meeting, m) => {
    for (const side of meeting.sides) seatSide(side, meeting, roster, seat);
    seatStart[m + 1] = candidateStart.length - 1;
  });
  return { seatStart, candidateStart: Int32Array.from(candidateStart), candidates: Int32Array.from(candidates) };
}

function seatSide(side: Side, meeting: Meeting, roster: Roster, seat: (people: readonly number[]) => void): void {
  const found = roster.partyOf.get(side.party);
  if (!found) throw new Error(`Meeting ${meeting.id} names the unknown party ${side.party}`);
  const { party, people } = found;
  const attends = side.attends ?? 'any';
  if (!party.members || attends === 'any') return seat(people);
  if (attends === 'all') return people.forEach((person) => seat([person]));
  const member = people.find((person) => roster.people[person].id === attends.member);
  if (member === undefined) throw new Error(`Meeting ${meeting.id} names the unknown member ${attends.member}`);
  seat([member]);
}
