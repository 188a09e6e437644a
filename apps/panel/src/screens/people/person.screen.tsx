import { Link, useParams } from '@tanstack/react-router';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Badge, Button, Fault, Notice, Screen, Skeleton, toast } from '../../design/index.js';
import { archivePersonMutation, personQuery, restorePersonMutation, type PersonDetail } from './people.queries.js';
import { peopleWords } from './people.words.js';
import { PersonForm } from './person.form.js';
import { Positions } from './positions.section.js';
import './people.css';

/** One person: who they are, and what they are or were at which institution. */
export default function PersonScreen() {
  const t = useWords(peopleWords);
  const { personId: id = '' }: { personId?: string } = useParams({ strict: false });
  const query = useAsk('people', personQuery, { id });
  if (query.error) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  const { person } = query.data;
  if (!person) return <Notice tone="bad">{t('gone')}</Notice>;
  return (
    <Screen
      title={person.fullName}
      over={<Link to={'/people'}>{t('backToList')}</Link>}
      lead={
        <>
          {person.isArchived && <Badge tone="waiting">{t('archived')}</Badge>}{' '}
          {person.isDemonstration && <Badge>{t('demo')}</Badge>}
        </>
      }
      actions={<Mark person={person} />}
    >
      {person.possibleTwins.length > 0 && !person.isArchived && <Twins twins={person.possibleTwins} />}
      <div className="person">
        <section>
          <h2>{t('data')}</h2>
          <PersonForm key={person.id} person={person} done={() => undefined} />
        </section>
        <section>
          <h2>{t('positions')}</h2>
          <Positions person={person} />
        </section>
      </div>
    </Screen>
  );
}

function Mark({ person: { id, fullName, isArchived } }: { readonly person: PersonDetail }) {
  const t = useWords(peopleWords);
  const archive = useDeed(archivePersonMutation, 'people');
  const restore = useDeed(restorePersonMutation, 'people');
  const [deed, back] = isArchived ? [restore, archive] : [archive, restore];
  const act = async () => {
    await deed.mutateAsync({ id });
    toast(t(isArchived ? 'wasRestored' : 'wasArchived', { name: fullName }), { undo: () => back.mutateAsync({ id }) });
  };
  return (
    <Button icon="archive" onClick={() => void act()}>
      {t(isArchived ? 'restore' : 'archive')}
    </Button>
  );
}

function Twins({ twins }: { readonly twins: PersonDetail['possibleTwins'] }) {
  const t = useWords(peopleWords);
  return (
    <Notice tone="info">
      {t('twinsNotice')}
      <ul>
        {twins.map(({ id, fullName, email }) => (
          <li key={id}>
            <Link to={`/people/${id}` as never}>{fullName}</Link> <span className="soft">{email}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
