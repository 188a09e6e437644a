import { describe, expect, it } from '@jest/globals';
import {
  expiryOf,
  meetingRequestStates,
  refuseMove,
  refuseDraft,
  requestLifecycle,
  whoseTurn,
  type MeetingRequestState,
  type RequestFacts,
} from './meeting-request.rules.js';

const now = new Date('2025-06-10T15:00:00Z');
const later = new Date('2025-06-17T15:00:00Z');

const request = (change: Partial<RequestFacts> = {}): RequestFacts => ({
  state: 'requested',
  fromPartyId: 'qullasuyu',
  toPartyId: 'cite',
  proposedByPartyId: null,
  expiresAt: later,
  ...change,
});

describe('the moves of a meeting request', () => {
  it('are these and no others', () => {
    const moves = meetingRequestStates.map((from) => [
      from,
      meetingRequestStates.filter((to) => requestLifecycle.allows(from, to)),
    ]);
    expect(Object.fromEntries(moves)).toEqual({
      draft: ['requested', 'withdrawn'],
      requested: ['counter_proposed', 'accepted', 'declined', 'withdrawn', 'expired'],
      counter_proposed: ['counter_proposed', 'accepted', 'declined', 'withdrawn', 'expired'],
      accepted: [],
      declined: [],
      withdrawn: [],
      expired: [],
    });
  });

  const refused: [MeetingRequestState, string][] = [
    ['draft', 'REQUEST_NOT_SENT'],
    ['accepted', 'REQUEST_ALREADY_ACCEPTED'],
    ['declined', 'REQUEST_ALREADY_DECLINED'],
    ['withdrawn', 'REQUEST_WITHDRAWN'],
    ['expired', 'REQUEST_EXPIRED'],
  ];
  it.each(refused)('refuse to accept one that is %s', (state, code) => {
    expect(refuseMove(request({ state }), 'accepted', now)?.code).toBe(code);
  });

  it('let one that waits be accepted until its time is over, swept or not', () => {
    expect(refuseMove(request(), 'accepted', new Date(later.getTime() - 1))).toBeNull();
    expect(refuseMove(request(), 'accepted', later)?.code).toBe('REQUEST_EXPIRED');
    expect(refuseMove(request(), 'expired', later)).toBeNull();
  });
});

describe('the turn to answer', () => {
  it('is the asked party’s', () => {
    expect(whoseTurn(request())).toBe('cite');
  });

  it('is the other party’s after each proposed time', () => {
    expect(whoseTurn(request({ state: 'counter_proposed', proposedByPartyId: 'cite' }))).toBe('qullasuyu');
    expect(whoseTurn(request({ state: 'counter_proposed', proposedByPartyId: 'qullasuyu' }))).toBe('cite');
  });
});

describe('a request ends by itself', () => {
  it('a week after it was sent', () => {
    expect(expiryOf(now, new Date('2025-06-21T20:00:00Z'))).toEqual(later);
  });

  it('or when its last slot begins, if that comes first', () => {
    expect(expiryOf(later, new Date('2025-06-21T20:00:00Z'))).toEqual(new Date('2025-06-21T20:00:00Z'));
  });
});

describe('a request from a party to itself', () => {
  it('is refused', () => {
    const draft = { fromPartyId: 'cite', toPartyId: 'cite', topic: 'Fibra', message: null };
    expect(refuseDraft(draft)).toMatchObject({ code: 'REQUEST_TO_SELF', field: 'toPartyId' });
  });
});

describe('the texts of a request', () => {
  const texts = (topic: string, message: string | null = null) => ({
    fromPartyId: 'qullasuyu',
    toPartyId: 'cite',
    topic,
    message,
  });

  it('need a topic, and have a length', () => {
    expect(refuseDraft(texts(''))).toMatchObject({ code: 'REQUEST_TOPIC_MISSING', field: 'topic' });
    expect(refuseDraft(texts('ñ'.repeat(201)))).toMatchObject({
      code: 'REQUEST_TEXT_TOO_LONG',
      field: 'topic',
      details: { length: 201, most: 200 },
    });
    expect(refuseDraft(texts('Fibra', 'a'.repeat(2_001)))).toMatchObject({
      code: 'REQUEST_TEXT_TOO_LONG',
      field: 'message',
    });
    expect(refuseDraft(texts('🦙'.repeat(200), 'a'.repeat(2_000)))).toBeNull();
  });
});
