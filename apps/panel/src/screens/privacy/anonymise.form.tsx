import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { ComboboxField, Confirm, Form, useForm, type Choice } from '../../design/index.js';
import { useRowDeed } from '../../design/row-deed.js';
import { findPersons } from '../choices/choices.js';
import { anonymisePersonMutation } from './privacy.queries.js';
import { privacyWords } from './privacy.words.js';

/** Chooses a person, and asks once more, naming what is lost, before who they are is erased. */
export function AnonymiseForm({ close }: { readonly close: () => void }) {
  const t = useWords(privacyWords);
  const anonymise = useRowDeed(anonymisePersonMutation, 'privacy', 'people');
  const [isAsking, setAsking] = useState(false);
  const form = useForm({
    initial: { person: null as Choice | null },
    check: ({ person }) => ({ person: person ? undefined : t('personMissing') }),
    send: () => Promise.resolve({ __typename: 'Chosen' as const }),
    done: () => setAsking(true),
  });
  const { person } = form.values;
  const name = person?.label ?? '';
  const erase = async () => {
    if (person && (await anonymise({ id: person.value }, { done: t('anonymised', { name }) }))) close();
  };
  return (
    <>
      <Form form={form} submit={t('goOn')} onCancel={close}>
        <p>{t('anonymiseText')}</p>
        <ComboboxField {...form.field('person')} label={t('person')} noun="people" find={findPersons} />
      </Form>
      <Confirm
        title={t('anonymiseTitle', { name })}
        text={
          <>
            <p>{t('lostText', { name })}</p>
            <ul>
              {(['lostIdentity', 'lostMails', 'lostAccess', 'lostMentions'] as const).map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
            <p>{t('keptText')}</p>
          </>
        }
        confirm={t('anonymiseDo')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={erase}
      />
    </>
  );
}
