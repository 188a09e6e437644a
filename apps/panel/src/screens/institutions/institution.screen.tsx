import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Badge, ButtonLink, Fault, Notice, Screen, Skeleton } from '../../design/index.js';
import { InstitutionForm } from './institution.form.js';
import { institutionQuery } from './institutions.queries.js';
import { institutionWords } from './institutions.words.js';
import { Relations } from './relations.section.js';
import './institutions.css';

/** One institution: what it is, and how it belongs to others. */
export default function InstitutionScreen() {
  const t = useWords(institutionWords);
  const { institutionId: id = '' }: { institutionId?: string } = useParams({ strict: false });
  const query = useAsk('institutions', institutionQuery, { id });
  if (query.error) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  const { institution } = query.data;
  if (!institution) return <Notice tone="bad">{t('gone')}</Notice>;
  const title = (
    <>
      <Link to={'/institutions'}>{t('backToList')}</Link>
    </>
  );
  return (
    <Screen
      title={institution.name}
      over={title}
      lead={
        <>
          {institution.isArchived && <Badge tone="waiting">{t('archived')}</Badge>}{' '}
          {institution.isDemonstration && <Badge>{t('demo')}</Badge>}
        </>
      }
      actions={
        <ButtonLink icon="person" to={'/people'} search={{ institution: institution.id }}>
          {t('people')}
        </ButtonLink>
      }
    >
      <div className="institution">
        <section>
          <h2>{t('data')}</h2>
          <InstitutionForm key={institution.id} institution={institution} done={() => undefined} />
        </section>
        <section>
          <h2>{t('relations')}</h2>
          <Relations institution={institution} />
        </section>
      </div>
    </Screen>
  );
}
