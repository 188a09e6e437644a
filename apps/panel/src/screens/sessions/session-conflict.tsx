import { useAsk } from '../../app/ask-hooks.js';
import { useEvent } from '../../app/session.js';
import { useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Button, Notice } from '../../design/index.js';
import { valuesOf, type SessionValues } from './session.values.js';
import { placesQuery, type SessionDetail } from './sessions.queries.js';
import { sessionWords } from './sessions.words.js';

interface ConflictProps {
  readonly theirs: SessionDetail;
  readonly yours: SessionValues;
  readonly onTakeTheirs: () => void;
  readonly onKeepYours: () => void;
}

/** Two people edited one session: what differs, side by side, and the choice. */
export function SessionConflict({ theirs, yours, onTakeTheirs, onKeepYours }: ConflictProps) {
  const t = useWords(sessionWords);
  const lines = useLines();
  const [saved, typed] = [lines(valuesOf(theirs)), lines(yours)];
  const different = Object.keys(saved).filter((head) => saved[head] !== typed[head]);
  return (
    <Notice tone="info">
      <p>
        <strong>{t('conflict')}.</strong> {t('conflictText')}
      </p>
      <table className="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('theirs')}</th>
            <th scope="col">{t('yours')}</th>
          </tr>
        </thead>
        <tbody>
          {different.map((head) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td>{saved[head] || t('nothing')}</td>
              <td>{typed[head] || t('nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button onClick={onKeepYours}>{t('keepYours')}</Button>
        <Button look="quiet" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      </div>
    </Notice>
  );
}

/** A session as one reads it, by what each line is called. */
function useLines(): (values: SessionValues) => Readonly<Record<string, string>> {
  const t = useWords(sessionWords);
  const term = useTerms();
  const { id: eventId } = useEvent();
  const places = useAsk('sessions', placesQuery, { eventId }).data;
  const rooms = places?.event?.venues.flatMap((venue) => venue.rooms) ?? [];
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? '';
  return (values) => ({
    [t('kind')]: term('SessionKind', values.kind),
    [t('name')]: values.title,
    [t('time')]: `${values.day} ${values.startsAt}–${values.endsAt}`,
    [t('room')]: nameOf(rooms, values.roomId),
    [t('block')]: nameOf(places?.thematicBlocks ?? [], values.blockId),
    [t('summary')]: values.summary,
  });
}
