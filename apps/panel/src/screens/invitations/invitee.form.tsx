import type { VariablesOf } from '../../app/graphql.js';
import { useWords } from '../../app/words.js';
import { ComboboxField, Form, SelectField, TextField, toast, useForm, type Choice } from '../../design/index.js';
import { findInstitutions, findPersons } from '../choices/choices.js';
import type { inviteFocalPointsMutation, inviteSpeakersMutation } from './invitations.queries.js';
import { invitationWords } from './invitations.words.js';

export type InvitationKind = 'focal_point' | 'speaker';

type FocalPoint = VariablesOf<typeof inviteFocalPointsMutation>['input'] extends readonly (infer Row)[] | infer Row
  ? Row
  : never;
type Speaker = VariablesOf<typeof inviteSpeakersMutation>['input'] extends readonly (infer Row)[] | infer Row
  ? Row
  : never;

/** One invitation that waits on the list to be sent. */
export interface Listed {
  readonly name: string;
  readonly detail: string;
  readonly focalPoint?: FocalPoint;
  readonly speaker?: Speaker;
}

interface InviteeFormProps {
  readonly kind: InvitationKind;
  readonly listed: readonly Listed[];
  readonly add: (row: Listed) => void;
}

const blank = {
  institutionId: null as Choice | null,
  quota: '3',
  topic: '',
  who: 'known',
  personId: null as Choice | null,
  givenNames: '',
  familyNames: '',
  email: '',
};
type Typed = typeof blank;

function listedOf(kind: InvitationKind, typed: Typed): Listed {
  const { who, personId, givenNames, familyNames, email, institutionId, quota, topic } = typed;
  const person =
    who === 'known'
      ? { personId: personId?.value ?? '' }
      : { person: { givenNames, familyNames, email: email.trim() } };
  const name = who === 'known' ? (personId?.label ?? '') : `${givenNames} ${familyNames}`.trim();
  return kind === 'focal_point'
    ? {
        name,
        detail: `${institutionId?.label ?? ''}, ${quota}`,
        focalPoint: { institutionId: institutionId?.value ?? '', quota: Number(quota), ...person },
      }
    : { name, detail: topic, speaker: { topic, ...person } };
}

/** Writes down one person; nothing is sent yet. */
export function InviteeForm({ kind, listed, add }: InviteeFormProps) {
  const t = useWords(invitationWords);
  const check = useInviteeCheck(kind, listed);
  const form = useForm({
    initial: blank,
    check,
    send: (typed) => Promise.resolve({ __typename: 'Listed', row: listedOf(kind, typed) }),
    done: ({ row }) => {
      add(row);
      toast(t('listed', { name: row.name }));
    },
  });
  const { who } = form.values;
  return (
    <Form form={form} submit={t('addToList')}>
      {kind === 'focal_point' ? (
        <>
          <ComboboxField
            {...form.field('institutionId')}
            label={t('institution')}
            noun="institutions"
            find={findInstitutions}
          />
          <TextField
            {...form.field('quota')}
            label={t('quota')}
            hint={t('quotaHint')}
            inputMode="numeric"
            width="short"
          />
        </>
      ) : (
        <TextField {...form.field('topic')} label={t('topic')} hint={t('topicHint')} maxLength={200} />
      )}
      <SelectField
        {...form.field('who')}
        label={t('who')}
        options={[
          { value: 'known', label: t('known') },
          { value: 'new', label: t('fresh') },
        ]}
      />
      {who === 'known' ? (
        <ComboboxField
          {...form.field('personId')}
          label={t('person')}
          hint={t('personHint')}
          noun="persons"
          find={findPersons}
        />
      ) : (
        <>
          <TextField {...form.field('givenNames')} label={t('givenNames')} maxLength={100} />
          <TextField {...form.field('familyNames')} label={t('familyNames')} maxLength={100} />
          <TextField {...form.field('email')} label={t('email')} type="email" />
        </>
      )}
    </Form>
  );
}

function useInviteeCheck(kind: InvitationKind, listed: readonly Listed[]) {
  const t = useWords(invitationWords);
  const institution = ({ institutionId, quota }: Typed) => {
    const isTwice = listed.some(({ focalPoint }) => focalPoint?.institutionId === institutionId?.value);
    return {
      institutionId: !institutionId ? t('institutionMissing') : isTwice ? t('institutionTwice') : undefined,
      quota: /^[1-9]\d{0,3}$/.test(quota) && Number(quota) <= 1000 ? undefined : t('quotaWrong'),
    };
  };
  const person = ({ who, personId, givenNames, familyNames, email }: Typed) =>
    who === 'known'
      ? { personId: personId ? undefined : t('personMissing') }
      : {
          givenNames: givenNames.trim() ? undefined : t('givenNamesMissing'),
          familyNames: familyNames.trim() ? undefined : t('familyNamesMissing'),
          email: email.trim() ? undefined : t('emailMissing'),
        };
  return (typed: Typed) => ({
    ...(kind === 'focal_point' ? institution(typed) : { topic: typed.topic.trim() ? undefined : t('topicMissing') }),
    ...person(typed),
  });
}
