import { describe, expect, it } from '@jest/globals';
import {
  bilateralMeetingStates,
  meetingLifecycle,
  refuseChange,
  refuseOutcome,
  refuseStale,
  type MeetingFacts,
} from './bilateral-meeting.rules.js';

const start = new Date('2025-06-20T15:00:00Z');
const before = new Date(start.getTime() - 1);
const meeting = (change: Partial<MeetingFacts> = {}): MeetingFacts => ({
  state: 'scheduled',
  startsAt: start,
  version: 3,
  ...change,
});

describe('the moves of a bilateral meeting', () => {
  it('are these and no others', () => {
    const moves = bilateralMeetingStates.map((from) => [
      from,
      bilateralMeetingStates.filter((to) => meetingLifecycle.allows(from, to)),
    ]);
    expect(Object.fromEntries(moves)).toEqual({
      scheduled: ['held', 'no_show', 'cancelled'],
      held: [],
      no_show: [],
      cancelled: [],
    });
  });
});

describe('moving or cancelling a meeting', () => {
  it('is allowed until it begins', () => {
    expect(refuseChange(meeting(), before, '10:00')).toBeNull();
    expect(refuseChange(meeting(), start, '10:00')?.code).toBe('MEETING_HAS_BEGUN');
  });

  it('is refused once it is over or cancelled', () => {
    expect(refuseChange(meeting({ state: 'cancelled' }), before, '10:00')?.code).toBe('MEETING_ALREADY_CANCELLED');
    expect(refuseChange(meeting({ state: 'held' }), before, '10:00')?.code).toBe('MEETING_ALREADY_CLOSED');
    expect(refuseChange(meeting({ state: 'no_show' }), before, '10:00')?.code).toBe('MEETING_ALREADY_CLOSED');
  });

  it('is refused to whoever saw another version, showing both', () => {
    expect(refuseStale(meeting(), 2, '10:00')).toMatchObject({
      code: 'MEETING_CHANGED',
      details: { seen: 2, current: 3, slot: '10:00' },
    });
    expect(refuseStale(meeting(), 3, '10:00')).toBeNull();
    expect(refuseStale(meeting(), null, '10:00')).toBeNull();
  });
});

describe('the outcome of a meeting', () => {
  it('is noted once it has begun', () => {
    expect(refuseOutcome(meeting(), before, '10:00')?.code).toBe('MEETING_NOT_BEGUN');
    expect(refuseOutcome(meeting(), start, '10:00')).toBeNull();
  });

  it('is noted once', () => {
    expect(refuseOutcome(meeting({ state: 'held' }), start, '10:00')?.code).toBe('MEETING_ALREADY_CLOSED');
  });
});
