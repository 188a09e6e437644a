import { useDeed } from '../../app/ask-hooks.js';
import { useCountryOptions } from '../../app/countries.js';
import type { VariablesOf } from '../../app/graphql.js';
import { useTermOptions } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { ComboboxField, Form, SelectField, TextField, toast, useForm, type Choice } from '../../design/index.js';
import {
  createInstitutionMutation,
  findTerritories,
  updateInstitutionMutation,
  type InstitutionDetail,
} from './institutions.queries.js';
import { institutionWords } from './institutions.words.js';

type Input = VariablesOf<typeof createInstitutionMutation>['input'];

interface InstitutionFormProps {
  /** null: a new one. */
  readonly institution: InstitutionDetail | null;
  readonly done: (id: string) => void;
  readonly cancel?: () => void;
}

export function InstitutionForm({ institution, done, cancel }: InstitutionFormProps) {
  const t = useWords(institutionWords);
  const kinds = useTermOptions('InstitutionKind');
  const countries = useCountryOptions(institution?.country);
  const create = useDeed(createInstitutionMutation, 'institutions');
  const update = useDeed(updateInstitutionMutation, 'institutions');
  const form = useForm({
    initial: {
      name: institution?.name ?? '',
      shortName: institution?.shortName ?? '',
      kind: institution?.kind ?? '',
      country: institution?.country ?? 'PE',
      territory: territoryOf(institution),
    },
    check: ({ name, kind, country }) => ({
      name: name.trim() ? undefined : t('nameMissing'),
      kind: kind ? undefined : t('kindMissing'),
      country: country ? undefined : t('countryMissing'),
    }),
    send: async ({ name, shortName, kind, country, territory }) => {
      const input: Input = {
        ...{ name, country, kind: kind as Input['kind'], shortName: shortName || null },
        territory: territory && refOf(territory.value),
      };
      if (!institution) return (await create.mutateAsync({ input })).createInstitution;
      return (await update.mutateAsync({ id: institution.id, input })).updateInstitution;
    },
    done: ({ id, name }) => {
      toast(t(institution ? 'saved' : 'added', { name }));
      done(id);
    },
  });
  const { country } = form.values;
  return (
    <Form form={form} submit={institution ? t('save') : t('add')} {...(cancel && { onCancel: cancel })}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={200} />
      <TextField
        {...form.field('shortName')}
        label={t('shortName')}
        hint={t('shortNameHint')}
        maxLength={200}
        isOptional
        width="short"
      />
      <SelectField {...form.field('kind')} label={t('kind')} options={kinds} />
      <SelectField {...form.field('country')} label={t('country')} options={countries} />
      {(country === 'PE' || country === 'BO') && (
        <ComboboxField
          {...form.field('territory')}
          label={t('territory')}
          hint={t('territoryHint')}
          isOptional
          noun={`territories ${country}`}
          find={(search, signal) => findTerritories(search, country, signal)}
        />
      )}
    </Form>
  );
}

function territoryOf(institution: InstitutionDetail | null): Choice | null {
  const territory = institution?.territory;
  if (!territory) return null;
  const { system, code, path } = territory;
  return { value: `${system}:${code}`, label: path.join(' / ') };
}

function refOf(value: string): NonNullable<Input['territory']> {
  const [system = '', code = ''] = value.split(':');
  return { system: system as NonNullable<Input['territory']>['system'], code };
}
