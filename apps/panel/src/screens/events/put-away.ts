import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { toast, useAct } from '../../design/index.js';
import { archiveEventMutation, restoreEventMutation } from './events.queries.js';
import { eventWords } from './events.words.js';

/** Archives and restores an event; either can be taken back by the other. */
export function usePutAway() {
  const t = useWords(eventWords);
  const act = useAct();
  const away = useDeed(archiveEventMutation, 'events', 'event');
  const back = useDeed(restoreEventMutation, 'events', 'event');
  const archive = async (id: string) => (await away.mutateAsync({ id })).archiveEvent;
  const restore = async (id: string) => (await back.mutateAsync({ id })).restoreEvent;
  return {
    archive: (id: string) =>
      act(
        () => archive(id),
        ({ shownName: name }) => toast(t('archivedDone', { name }), { undo: () => act(() => restore(id)) }),
      ),
    restore: (id: string) =>
      act(
        () => restore(id),
        ({ shownName: name }) => toast(t('restoredDone', { name }), { undo: () => act(() => archive(id)) }),
      ),
  };
}
