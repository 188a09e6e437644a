import { Lifecycle } from '#kernel';

export type MeetingRequestState =
  'draft' | 'requested' | 'counter_proposed' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** A proposed time may be answered by another proposed time, in turns; every other pair of moves happens once. */
export const requestLifecycle = new Lifecycle<MeetingRequestState>({
  draft: ['requested', 'withdrawn'],
  requested: ['accepted', 'declined', 'counter_proposed', 'withdrawn', 'expired'],
  counter_proposed: ['accepted', 'declined', 'counter_proposed', 'withdrawn', 'expired'],
  accepted: [],
  declined: [],
  withdrawn: [],
  expired: [],
});

/** The states that wait for an answer. */
export const openStates: readonly MeetingRequestState[] = ['requested', 'counter_proposed'];
