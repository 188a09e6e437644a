import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Badge, Button, Confirm, toast, useAct } from '../../design/index.js';
import { closeEventMutation, publishEventMutation, type EventFacts } from './events.queries.js';
import { eventWords } from './events.words.js';
import { usePutAway } from './put-away.js';

/** How far the event has come, and the one step that is next. */
export function EventStage({ event }: { readonly event: EventFacts }) {
  const t = useWords(eventWords);
  const term = useTerms();
  const { id, state, slug, archivedAt } = event;
  const text = archivedAt ? 'archivedText' : (`${state}Text` as const);
  return (
    <section className="card stack" aria-labelledby="event-stage">
      <div className="row">
        <h2 id="event-stage">{t('stateTitle')}</h2>
        <Badge tone={state === 'published' ? 'good' : 'plain'}>{term('EventState', state)}</Badge>
      </div>
      <p>{t(text)}</p>
      <div className="row no-print">
        {state === 'draft' && !archivedAt && <Step event={event} step="publish" />}
        {state === 'published' && <Step event={event} step="close" />}
        {state !== 'published' && <PutAway id={id} isAway={archivedAt !== null} />}
        {state !== 'draft' && <a href={`/e/${slug}`}>{t('publicPage')}</a>}
      </div>
    </section>
  );
}

function PutAway({ id, isAway }: { readonly id: string; readonly isAway: boolean }) {
  const t = useWords(eventWords);
  const { archive, restore } = usePutAway();
  return (
    <Button icon="archive" onClick={() => void (isAway ? restore(id) : archive(id))}>
      {t(isAway ? 'restore' : 'archive')}
    </Button>
  );
}

const words = {
  publish: { button: 'publish', title: 'publishTitle', text: 'publishText', done: 'published' },
  close: { button: 'close', title: 'closeTitle', text: 'closeText', done: 'closed' },
} as const;

/** Cannot be taken back: it asks first. */
function Step({ event, step }: { readonly event: EventFacts; readonly step: 'publish' | 'close' }) {
  const t = useWords(eventWords);
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const publish = useDeed(publishEventMutation, 'events', 'event');
  const close = useDeed(closeEventMutation, 'events', 'event');
  const { id } = event;
  const { button, title, text, done } = words[step];
  const go = () =>
    act(
      async () =>
        step === 'publish'
          ? (await publish.mutateAsync({ id })).publishEvent
          : (await close.mutateAsync({ id })).closeEvent,
      ({ shownName }) => toast(t(done, { name: shownName })),
    );
  return (
    <>
      <Button look={step === 'publish' ? 'main' : 'plain'} onClick={() => setAsking(true)}>
        {t(button)}
      </Button>
      <Confirm
        title={t(title)}
        text={<p>{t(text)}</p>}
        confirm={t(button)}
        look={step === 'publish' ? 'main' : 'danger'}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={go}
      />
    </>
  );
}
