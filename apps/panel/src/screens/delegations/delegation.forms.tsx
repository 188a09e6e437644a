import { useDeed } from '../../app/ask-hooks.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useWords } from '../../app/words.js';
import { CheckField, ComboboxField, Form, TextField, toast, useForm, type Choice } from '../../design/index.js';
import { findInstitutions, findPersons } from '../choices/choices.js';
import {
  changeFocalPointMutation,
  changeQuotaMutation,
  createDelegationMutation,
  type delegationsQuery,
} from './delegations.queries.js';
import { delegationWords } from './delegations.words.js';

export type DelegationRow = ResultOf<typeof delegationsQuery>['delegations']['edges'][number]['node'];

const isQuota = (typed: string): boolean => /^[1-9]\d{0,3}$/.test(typed) && Number(typed) <= 1000;

export function CreateDelegationForm({ close }: { readonly close: () => void }) {
  const t = useWords(delegationWords);
  const { id: eventId } = useEvent();
  const create = useDeed(createDelegationMutation, 'delegations');
  const form = useForm({
    initial: { institutionId: null as Choice | null, quota: '3', needsReview: false },
    check: ({ institutionId, quota }) => ({
      institutionId: institutionId ? undefined : t('institutionMissing'),
      quota: isQuota(quota) ? undefined : t('quotaWrong'),
    }),
    send: async ({ institutionId, quota, needsReview }) => {
      const input = { eventId, institutionId: institutionId?.value ?? '', quota: Number(quota), needsReview };
      return (await create.mutateAsync({ input })).createDelegation;
    },
    done: ({ institution }) => {
      toast(t('created', { name: institution.name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('add')} onCancel={close}>
      <ComboboxField
        {...form.field('institutionId')}
        label={t('institution')}
        noun="institutions"
        find={findInstitutions}
      />
      <TextField {...form.field('quota')} label={t('quota')} hint={t('quotaHint')} inputMode="numeric" width="short" />
      <CheckField {...form.field('needsReview')} label={t('needsReview')} hint={t('needsReviewHint')} />
    </Form>
  );
}

interface RowFormProps {
  readonly row: DelegationRow;
  readonly close: () => void;
}

/** A quota may go back to what it was, so it is changed at once and offers an undo. */
export function QuotaForm({ row, close }: RowFormProps) {
  const t = useWords(delegationWords);
  const change = useDeed(changeQuotaMutation, 'delegations');
  const { name } = row.institution;
  const form = useForm({
    initial: { quota: String(row.quota) },
    check: ({ quota }) => ({ quota: isQuota(quota) ? undefined : t('quotaWrong') }),
    send: async ({ quota }) => (await change.mutateAsync({ id: row.id, quota: Number(quota) })).changeQuota,
    done: ({ quota }) => {
      const undo = () => change.mutateAsync({ id: row.id, quota: row.quota });
      toast(t('quotaChanged', { name, quota }), { undo });
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <p>
        {t('taken')}: <strong>{t('takenOf', { taken: row.taken, quota: row.quota })}</strong>
      </p>
      <TextField {...form.field('quota')} label={t('quota')} hint={t('quotaHint')} inputMode="numeric" width="short" />
    </Form>
  );
}

export function FocalPointForm({ row, close }: RowFormProps) {
  const t = useWords(delegationWords);
  const change = useDeed(changeFocalPointMutation, 'delegations', 'messages');
  const form = useForm({
    initial: { personId: null as Choice | null },
    check: ({ personId }) => ({ personId: personId ? undefined : t('personMissing') }),
    send: async ({ personId }) =>
      (await change.mutateAsync({ id: row.id, personId: personId?.value ?? '' })).changeFocalPoint,
    done: () => {
      toast(t('focalPointChanged', { name: row.institution.name }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('save')} onCancel={close}>
      <p>
        {t('focalPoint')}: <strong>{row.focalPoint?.fullName ?? t('nobody')}</strong>
      </p>
      <ComboboxField
        {...form.field('personId')}
        label={t('newFocalPoint')}
        hint={t('newFocalPointHint')}
        noun="persons"
        find={findPersons}
      />
    </Form>
  );
}
