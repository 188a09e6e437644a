import { Lifecycle } from '#kernel';

export type BilateralMeetingState = 'scheduled' | 'held' | 'no_show' | 'cancelled';

export const meetingLifecycle = new Lifecycle<BilateralMeetingState>({
  scheduled: ['held', 'no_show', 'cancelled'],
  held: [],
  no_show: [],
  cancelled: [],
});
