import { ask } from '../../app/api.js';
import { useDeed } from '../../app/ask-hooks.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useTermOptions, useTerms } from '../../app/terms.js';
import { useWords } from '../../app/words.js';
import { ComboboxField, Form, SelectField, toast, useForm, type Choice } from '../../design/index.js';
import {
  addOrganizerMutation,
  changeRoleMutation,
  institutionChoicesQuery,
  type organizersQuery,
} from './organizers.queries.js';
import { organizerWords } from './organizers.words.js';

export type OrganizerRow = NonNullable<ResultOf<typeof organizersQuery>['event']>['organizers'][number];
export type OrganizerRole = OrganizerRow['role'];

interface OrganizerFormProps {
  /** null: a new one. */
  readonly organizer: OrganizerRow | null;
  readonly isFirst: boolean;
  readonly close: () => void;
}

export function OrganizerForm({ organizer, isFirst, close }: OrganizerFormProps) {
  const t = useWords(organizerWords);
  const term = useTerms();
  const roles = useTermOptions('OrganizerRole');
  const { id: eventId } = useEvent();
  const add = useDeed(addOrganizerMutation, 'organizers');
  const change = useDeed(changeRoleMutation, 'organizers');
  const find = async (search: string, signal: AbortSignal) => {
    const { institutions } = await ask(institutionChoicesQuery, { search: search || null }, { signal });
    return institutions.edges.map(({ node }) => ({
      value: node.id,
      label: node.name,
      detail: term('InstitutionKind', node.kind),
    }));
  };
  const form = useForm({
    initial: {
      institutionId: chosen(organizer),
      role: String(organizer?.role ?? (isFirst ? 'organiser' : 'co_organiser')),
    },
    check: ({ institutionId, role }) => ({
      institutionId: institutionId ? undefined : t('institutionMissing'),
      role: role ? undefined : t('roleMissing'),
    }),
    send: async ({ institutionId, role: typed }) => {
      const role = typed as OrganizerRole;
      if (organizer) {
        const variables = { eventId, organizerId: organizer.id, role };
        return (await change.mutateAsync(variables)).changeEventOrganizerRole;
      }
      const input = { eventId, institutionId: institutionId?.value ?? '', role };
      return (await add.mutateAsync({ input })).addEventOrganizer;
    },
    done: () => {
      toast(t(organizer ? 'changed' : 'added', { name: form.values.institutionId?.label ?? '' }));
      close();
    },
  });
  return (
    <Form form={form} submit={t(organizer ? 'edit' : 'add')} onCancel={close}>
      {!organizer && (
        <ComboboxField
          {...form.field('institutionId')}
          label={t('institution')}
          hint={t('institutionHint')}
          noun="institutions"
          find={find}
        />
      )}
      <SelectField {...form.field('role')} label={t('role')} options={roles} />
    </Form>
  );
}

function chosen(organizer: OrganizerRow | null): Choice | null {
  return organizer && { value: organizer.institution.id, label: organizer.institution.name };
}
