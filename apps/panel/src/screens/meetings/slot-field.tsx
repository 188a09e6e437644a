import { useAsk } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Notice, SelectField, Skeleton, type FieldBinding } from '../../design/index.js';
import { freeSlotsQuery } from './meetings.queries.js';
import { meetingWords } from './meetings.words.js';
import { wallClock } from './wall-clock.js';

interface SlotFieldProps extends FieldBinding {
  readonly label: string;
  readonly hint?: string;
  /** The two who are to meet. */
  readonly between: readonly [string, string];
  /** What stands for no choice; without it one has to choose. */
  readonly none?: string;
}

/** The slots in which both parties and a table are free, by the event's own clock. */
export function SlotField({ between: [partyId, withPartyId], none, ...field }: SlotFieldProps) {
  const t = useWords(meetingWords);
  const language = useLanguage();
  const { zone } = useEvent();
  const query = useAsk('meetings', freeSlotsQuery, { partyId, withPartyId });
  if (query.isPending) return <Skeleton lines={1} />;
  const options = (query.data?.freeSlots ?? []).map(({ startsAt }) => ({
    value: wallClock(startsAt, zone),
    label: instantText(startsAt, zone, language),
  }));
  if (options.length === 0) return <Notice tone="bad">{t('noSlots')}</Notice>;
  return <SelectField {...field} options={options} isOptional={none !== undefined} {...(none && { none })} />;
}
