import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Badge, Button, Confirm, Drawer, OrderedList, toast, useAct } from '../../design/index.js';
import type { SessionDetail, SpeakerRow } from './sessions.queries.js';
import { SpeakerForm } from './speaker.form.js';
import { removeSpeakerMutation, reorderSpeakersMutation } from './speakers.queries.js';
import { speakerWords } from './speakers.words.js';

interface SpeakersProps {
  readonly session: SessionDetail;
  /** A cancelled session is only read. */
  readonly isOff: boolean;
}

/** Who takes part, in the order in which they are shown. */
export function Speakers({ session, isOff }: SpeakersProps) {
  const t = useWords(speakerWords);
  const act = useAct();
  const [edited, setEdited] = useState<SpeakerRow | 'new' | null>(null);
  const [removed, setRemoved] = useState<SpeakerRow | null>(null);
  const order = useDeed(reorderSpeakersMutation, 'sessions', 'agenda');
  const { id: sessionId, speakers } = session;
  const put = async (ids: readonly string[]) =>
    (await order.mutateAsync({ sessionId, speakerIds: [...ids] })).reorderSpeakers;
  const before = speakers.map(({ id }) => id);
  const reorder = async (ids: readonly string[]) =>
    (await act(
      () => put(ids),
      () => toast(t('reordered'), { undo: () => act(() => put(before)) }),
    )) !== null;
  return (
    <section className="stack" aria-labelledby="session-speakers">
      <div className="row">
        <h2 id="session-speakers" className="grow">
          {t('title')}
        </h2>
        {!isOff && (
          <Button icon="add" onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
        )}
      </div>
      {speakers.length === 0 && (
        <p className="soft">
          {t('none')}. {!isOff && t('noneText')}
        </p>
      )}
      {speakers.length > 0 && (
        <OrderedList
          label={t('title')}
          rows={speakers}
          rowId={({ id }) => id}
          rowName={({ person }) => person.fullName}
          {...(!isOff && {
            onReorder: reorder,
            actions: (row: SpeakerRow) => [
              { label: t('edit'), icon: 'edit' as const, onSelect: () => setEdited(row) },
              { label: t('remove'), icon: 'close' as const, onSelect: () => setRemoved(row) },
            ],
          })}
        >
          {(row) => <SpeakerLine speaker={row} />}
        </OrderedList>
      )}
      <Drawer title={t(edited === 'new' ? 'add' : 'edit')} isOpen={edited !== null} onClose={() => setEdited(null)}>
        {edited && (
          <SpeakerForm sessionId={sessionId} speaker={edited === 'new' ? null : edited} close={() => setEdited(null)} />
        )}
      </Drawer>
      <Remove speaker={removed} close={() => setRemoved(null)} />
    </section>
  );
}

function SpeakerLine({ speaker }: { readonly speaker: SpeakerRow }) {
  const t = useWords(speakerWords);
  const term = useTerms();
  const { person, role, positionTitle, institution } = speaker;
  return (
    <>
      <strong>{person.fullName}</strong> <Badge>{term('SpeakerRole', role)}</Badge>{' '}
      {person.isDemonstration && <Badge>{t('demonstration')}</Badge>}
      <div className="soft">{[positionTitle, institution?.name].filter(Boolean).join(', ')}</div>
    </>
  );
}

/** Asks first: whoever is taken out of a public session gets a mail. */
function Remove({ speaker, close }: { readonly speaker: SpeakerRow | null; readonly close: () => void }) {
  const t = useWords(speakerWords);
  const act = useAct();
  const remove = useDeed(removeSpeakerMutation, 'sessions', 'agenda');
  const name = speaker?.person.fullName ?? '';
  return (
    <Confirm
      title={t('removeTitle', { name })}
      text={<p>{t('removeText')}</p>}
      confirm={t('remove')}
      isOpen={speaker !== null}
      onClose={close}
      onConfirm={() =>
        speaker &&
        act(
          async () => (await remove.mutateAsync({ id: speaker.id })).removeSpeaker,
          () => toast(t('removed', { name })),
        )
      }
    />
  );
}
