import { eventually } from '#support';
import type { Encuentro } from './encuentro.js';

export interface Meeting {
  readonly id: string;
  readonly calendarUid: string;
  /** An instant in UTC. */
  readonly startsAt: string;
  readonly state: string;
}

export async function meetingsOf({ organiser, eventId }: Encuentro): Promise<Meeting[]> {
  const query = `query ($eventId: ID!) {
    bilateralMeetings(eventId: $eventId, first: 200) { edges { node { id calendarUid startsAt state } } }
  }`;
  type Answer = { bilateralMeetings: { edges: { node: Meeting }[] } };
  const { bilateralMeetings } = await organiser.asks<Answer>(query, { eventId });
  return bilateralMeetings.edges.map(({ node }) => node);
}

export async function meetingWithUid(encuentro: Encuentro, uid: string): Promise<Meeting> {
  const meeting = (await meetingsOf(encuentro)).find(({ calendarUid }) => calendarUid === uid);
  if (!meeting) throw new Error(`No meeting ${uid}`);
  return meeting;
}

/** Waits until nothing waits: every fact was relayed, every job done and every mail sent. */
export async function settled({ organiser }: Encuentro): Promise<void> {
  type Answer = { queueHealth: { waiting: number } };
  const waiting = async () => (await organiser.asks<Answer>('{ queueHealth { waiting } }')).queueHealth.waiting;
  await eventually(waiting, (count) => count === 0);
}
