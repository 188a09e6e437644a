import type { ReactNode } from 'react';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Screen, Tabs } from '../../design/index.js';
import { meetingWords } from './meetings.words.js';

interface FrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The four sides of the meetings, each with an address of its own. */
export function MeetingsFrame({ actions, children }: FrameProps) {
  const t = useWords(meetingWords);
  const base = `/e/${useEvent().slug}/meetings`;
  const tabs = [
    { label: t('scheduled'), to: base },
    { label: t('requests'), to: `${base}/requests` },
    { label: t('parties'), to: `${base}/parties` },
    { label: t('blocks'), to: `${base}/blocks` },
  ];
  return (
    <Screen title={t('title')} lead={t('lead')} actions={actions}>
      <Tabs tabs={tabs} label={t('title')} />
      {children}
    </Screen>
  );
}
