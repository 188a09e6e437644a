import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { isRefusal } from '../../app/refusal.js';
import { useWords } from '../../app/words.js';
import { Button, ComboboxField, IconButton, toast, useFaultText, type Choice } from '../../design/index.js';
import { relateMutation, unrelateMutation, type InstitutionDetail } from './institutions.queries.js';
import { findInstitutions } from '../choices/choices.js';
import { institutionWords } from './institutions.words.js';

const sides = [
  {
    name: 'members',
    kind: 'member_of',
    isOf: true,
    isAlways: (kind: string) => kind === 'mancomunidad' || kind === 'association',
  },
  { name: 'memberOf', kind: 'member_of', isOf: false, isAlways: (kind: string) => kind === 'municipality' },
  { name: 'network', kind: 'network_of', isOf: true, isAlways: () => false },
  { name: 'networkOf', kind: 'network_of', isOf: false, isAlways: (kind: string) => kind === 'cite' },
  { name: 'attached', kind: 'attached_to', isOf: true, isAlways: (kind: string) => kind === 'ministry' },
  { name: 'attachedTo', kind: 'attached_to', isOf: false, isAlways: (kind: string) => kind === 'agency' },
] as const;

type Side = (typeof sides)[number];

/** How the institution belongs to others: the relations that it has or usually has, the rest behind a button. */
export function Relations({ institution }: { readonly institution: InstitutionDetail }) {
  const t = useWords(institutionWords);
  const [isWhole, setWhole] = useState(false);
  const isShown = (side: Side) => isWhole || institution[side.name].length > 0 || side.isAlways(institution.kind);
  const shown = sides.filter(isShown);
  return (
    <>
      {shown.map((side) => (
        <RelationList key={side.name} institution={institution} side={side} />
      ))}
      {shown.length < sides.length && (
        <Button icon="add" onClick={() => setWhole(true)}>
          {t('showEmpty')}
        </Button>
      )}
    </>
  );
}

function RelationList({ institution, side }: { readonly institution: InstitutionDetail; readonly side: Side }) {
  const t = useWords(institutionWords);
  const explain = useFaultText();
  const relate = useDeed(relateMutation, 'institutions');
  const unrelate = useDeed(unrelateMutation, 'institutions');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [fault, setFault] = useState<string | undefined>();
  const inputWith = (other: string) => {
    const [institutionId, ofId] = side.isOf ? [other, institution.id] : [institution.id, other];
    return { input: { kind: side.kind, institutionId, ofId } };
  };
  const add = async ({ value, label }: Choice) => {
    try {
      const { relateInstitutions: answer } = await relate.mutateAsync(inputWith(value));
      if (isRefusal(answer)) return setFault(answer.message);
      setChosen(null);
      toast(t('related', { name: label }), { undo: () => unrelate.mutateAsync(inputWith(value)) });
    } catch (error) {
      setFault(explain(error as Error));
    }
  };
  const remove = async (id: string, name: string) => {
    await unrelate.mutateAsync(inputWith(id));
    toast(t('unrelated', { name }), { undo: () => relate.mutateAsync(inputWith(id)) });
  };
  const rows = institution[side.name];
  return (
    <section className="relation">
      <h3>
        {t(side.name)} {rows.length > 0 && <span className="soft number">{rows.length}</span>}
      </h3>
      {rows.length === 0 && <p className="soft">{t('noneRelated')}</p>}
      <ul className="relation-list">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/institutions/${id}` as never}>{name}</Link>
            <IconButton
              icon="close"
              size="small"
              label={t('unrelate', { name })}
              onClick={() => void remove(id, name)}
            />
          </li>
        ))}
      </ul>
      <form
        className="relation-add"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) void add(chosen);
        }}
      >
        <ComboboxField
          name={`relation-${side.name}`}
          label={t('relateWhich')}
          value={chosen}
          onChange={(choice) => {
            setFault(undefined);
            setChosen(choice);
          }}
          error={fault}
          noun="institutions"
          find={findInstitutions}
        />
        <Button type="submit" icon="add" aria-disabled={!chosen}>
          {t('relate')}
        </Button>
      </form>
    </section>
  );
}
