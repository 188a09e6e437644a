import { declareEvent } from '#platform';

/** The row is gone; `calendarSequence` is the one with which its calendar entry is withdrawn. */
export const SpeakerRemoved = declareEvent<{
  speakerId: string;
  sessionId: string;
  personId: string;
  calendarSequence: string;
}>('SpeakerRemoved');
