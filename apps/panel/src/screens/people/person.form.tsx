import { Link } from '@tanstack/react-router';
import { useAsk, useDeed } from '../../app/ask-hooks.js';
import type { VariablesOf } from '../../app/graphql.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { Form, Notice, SelectField, TextField, toast, useForm } from '../../design/index.js';
import {
  createPersonMutation,
  similarPersonsQuery,
  updatePersonMutation,
  type PersonDetail,
} from './people.queries.js';
import { useSettled } from '../../design/settled.js';
import { peopleWords } from './people.words.js';

type Input = VariablesOf<typeof createPersonMutation>['input'];

interface PersonFormProps {
  /** null: a new one. */
  readonly person: PersonDetail | null;
  readonly done: (id: string) => void;
  readonly cancel?: () => void;
}

export function PersonForm({ person, done, cancel }: PersonFormProps) {
  const t = useWords(peopleWords);
  const create = useDeed(createPersonMutation, 'people');
  const update = useDeed(updatePersonMutation, 'people');
  const form = useForm({
    initial: valuesOf(person),
    check: ({ givenNames, familyNames }) => ({
      givenNames: givenNames.trim() ? undefined : t('givenMissing'),
      familyNames: familyNames.trim() ? undefined : t('familyMissing'),
    }),
    send: async (values) => {
      const input = inputOf(values, person);
      if (!person) return (await create.mutateAsync({ input })).createPerson;
      return (await update.mutateAsync({ id: person.id, input })).updatePerson;
    },
    done: ({ id, fullName }) => {
      toast(t(person ? 'saved' : 'added', { name: fullName }));
      done(id);
    },
  });
  const { documentMasked } = person ?? {};
  return (
    <Form form={form} submit={person ? t('save') : t('add')} {...(cancel && { onCancel: cancel })}>
      <TextField {...form.field('givenNames')} label={t('givenNames')} maxLength={100} autoComplete="off" />
      <TextField {...form.field('familyNames')} label={t('familyNames')} maxLength={100} autoComplete="off" />
      {!person && <Similar {...form.values} />}
      <TextField
        {...form.field('email')}
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        isOptional
      />
      <TextField
        {...form.field('phone')}
        label={t('phone')}
        hint={t('phoneHint')}
        inputMode="tel"
        isOptional
        width="short"
      />
      <SelectField {...form.field('language')} label={t('language')} options={useTermOptions('Language')} />
      <SelectField
        {...form.field('documentType')}
        label={t('documentType')}
        options={useTermOptions('DocumentType')}
        none={t('noDocument')}
        isOptional
      />
      {form.values.documentType && (
        <TextField
          {...form.field('documentNumber')}
          label={t('documentNumber')}
          hint={documentMasked && t('documentKept', { document: documentMasked })}
          isOptional={Boolean(documentMasked)}
          width="short"
        />
      )}
    </Form>
  );
}

type Values = Readonly<
  Record<'givenNames' | 'familyNames' | 'email' | 'phone' | 'language' | 'documentType' | 'documentNumber', string>
>;

function valuesOf(person: PersonDetail | null): Values {
  return {
    givenNames: person?.givenNames ?? '',
    familyNames: person?.familyNames ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    language: person?.language ?? 'es',
    documentType: person?.documentType ?? '',
    documentNumber: '',
  };
}

/** The document is sent when it was written; its number is shown masked, so an untouched one stays as it is. */
function inputOf(values: Values, person: PersonDetail | null): Input {
  const { givenNames, familyNames, email, phone, documentType, documentNumber } = values;
  const isSame = documentType === (person?.documentType ?? '') && documentNumber === '';
  return {
    ...{ givenNames, familyNames, email: email || null, phone: phone || null },
    language: values.language as Input['language'],
    ...(!isSame && {
      documentType: (documentType || null) as Input['documentType'],
      documentNumber: documentType ? documentNumber : null,
    }),
  };
}

/** While somebody new is written down: those who may be the same. */
function Similar({ givenNames, familyNames, email }: Pick<Values, 'givenNames' | 'familyNames' | 'email'>) {
  const t = useWords(peopleWords);
  const key = useSettled(JSON.stringify({ givenNames, familyNames, email: email || null }), 350);
  const input = JSON.parse(key) as Input;
  const isEnough = Boolean(input.givenNames && input.familyNames);
  const query = useAsk('people', similarPersonsQuery, { input }, { enabled: isEnough });
  const found = isEnough ? (query.data?.similarPersons ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <Notice tone="info">
          {t('similar')}
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                <Link to={`/people/${one.id}` as never}>{one.fullName}</Link>{' '}
                <span className="soft">
                  {[one.email, ...one.positions.slice(0, 1).map((held) => `${held.title}, ${held.institution.name}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
