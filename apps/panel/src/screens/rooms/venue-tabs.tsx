import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { Tabs } from '../../design/index.js';
import { roomWords } from './rooms.words.js';

export function VenueTabs() {
  const t = useWords(roomWords);
  const params = { slug: useEvent().slug } as never;
  const tabs = [
    { label: t('rooms'), to: '/e/$slug/rooms' as never, params },
    { label: t('venues'), to: '/e/$slug/venues' as never, params },
  ];
  return <Tabs label={t('parts')} tabs={tabs} />;
}
