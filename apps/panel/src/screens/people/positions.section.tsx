import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Button, Drawer, IconButton, Menu, toast } from '../../design/index.js';
import {
  archivePositionMutation,
  restorePositionMutation,
  type PersonDetail,
  type PositionRow,
} from './people.queries.js';
import { peopleWords } from './people.words.js';
import { PositionForm } from './position.form.js';

/** What a person is or was, the latest first. */
export function Positions({ person }: { readonly person: PersonDetail }) {
  const t = useWords(peopleWords);
  const [edited, setEdited] = useState<PositionRow | 'new' | null>(null);
  const archive = useDeed(archivePositionMutation, 'people');
  const restore = useDeed(restorePositionMutation, 'people');
  const remove = async ({ id, title }: PositionRow) => {
    await archive.mutateAsync({ id });
    toast(t('positionArchived', { name: title }), { undo: () => restore.mutateAsync({ id }) });
  };
  return (
    <>
      {person.positions.length === 0 && <p className="soft">{t('noPositions')}</p>}
      <ul className="positions">
        {person.positions.map((position) => (
          <li key={position.id}>
            <div>
              <strong>{position.title}</strong>
              <br />
              <Link to={`/institutions/${position.institution.id}` as never}>{position.institution.name}</Link>
              <br />
              <span className="soft">
                {position.endsOn
                  ? t('period', { from: position.startsOn, to: position.endsOn })
                  : t('since', { from: position.startsOn })}
              </span>
            </div>
            <Menu
              trigger={<IconButton icon="more" label={`${t('edit')}: ${position.title}`} />}
              actions={[
                { label: t('edit'), icon: 'edit', onSelect: () => setEdited(position) },
                { label: t('remove'), icon: 'archive', onSelect: () => void remove(position) },
              ]}
            />
          </li>
        ))}
      </ul>
      <Button icon="add" onClick={() => setEdited('new')}>
        {t('addPosition')}
      </Button>
      <Drawer
        title={t(edited === 'new' ? 'addPosition' : 'editPosition')}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited && (
          <PositionForm
            personId={person.id}
            position={edited === 'new' ? null : edited}
            close={() => setEdited(null)}
          />
        )}
      </Drawer>
    </>
  );
}
