import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../app/words.js';
import { IconButton } from './button.js';
import { designWords } from './design.words.js';
import { Field, type ControlProps, type FieldBinding, type Option } from './field.js';
import { useSettled } from './settled.js';

export interface Choice extends Option {
  /** Tells two of the same name apart: an institution, a place. */
  readonly detail?: string;
}

interface ComboboxProps extends FieldBinding<Choice | null> {
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** The noun whose rows are searched; part of the cache's key. */
  readonly noun: string;
  readonly find: (search: string, signal: AbortSignal) => Promise<readonly Choice[]>;
}

/** One of many, found by the server as one types. */
export function ComboboxField({ value, onChange, noun, find, ...field }: ComboboxProps) {
  const box = useChoosing({ noun, find, onChange });
  return (
    <Field {...field}>
      {(control) => (
        <div className="combobox">
          <ChoiceInput box={box} control={control} shown={value?.label ?? ''} />
          {value && !box.isOpen && field.isOptional && <Clear label={field.label} onClick={() => onChange(null)} />}
          {box.isOpen && <ChoiceList box={box} label={field.label} />}
        </div>
      )}
    </Field>
  );
}

interface Choosing {
  readonly listId: string;
  /** null while the list is closed. */
  readonly text: string | null;
  readonly isOpen: boolean;
  /** While what stands in the list answers what was typed before. */
  readonly isBehind: boolean;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly type: (text: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly choose: (choice: Choice | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function useChoosing({ noun, find, onChange }: Pick<ComboboxProps, 'noun' | 'find' | 'onChange'>): Choosing {
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [isAwaited, setAwaited] = useState(false);
  const search = useSettled(text ?? '');
  const isOpen = text !== null;
  const { data: choices = [], isFetching } = useQuery({
    queryKey: [noun, 'choices', search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: isOpen,
  });
  const isBehind = search !== text || isFetching;
  const close = () => {
    setText(null);
    setAwaited(false);
  };
  const open = () => setText((now) => now ?? '');
  const choose = (choice: Choice | undefined) => {
    if (choice) onChange(choice);
    close();
  };
  // Whoever types faster than the server answers has chosen the first of what it will find.
  useEffect(() => {
    if (isAwaited && !isBehind) choose(choices[active]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) setActive((active + step + choices.length) % Math.max(choices.length, 1));
      else open();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (isBehind) setAwaited(true);
      else choose(choices[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
    setAwaited(false);
  };
  const state = { text, isOpen, isBehind, choices, active };
  return { listId: useId(), ...state, setActive, type, open, close, choose, onKeyDown };
}

interface ChoiceInputProps {
  readonly box: Choosing;
  readonly control: ControlProps;
  readonly shown: string;
}

function ChoiceInput({ box, control, shown }: ChoiceInputProps) {
  const t = useWords(designWords);
  return (
    <input
      {...control}
      className="input"
      role="combobox"
      aria-expanded={box.isOpen}
      aria-controls={box.listId}
      aria-autocomplete="list"
      aria-activedescendant={box.isOpen && box.choices[box.active] ? `${box.listId}-${box.active}` : undefined}
      autoComplete="off"
      placeholder={t('typeToSearch')}
      value={box.text ?? shown}
      onChange={(event) => box.type(event.target.value)}
      onClick={box.open}
      onKeyDown={box.onKeyDown}
      onBlur={box.close}
    />
  );
}

function Clear({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const t = useWords(designWords);
  return <IconButton icon="close" size="small" label={`${t('clear')}: ${label}`} onClick={onClick} />;
}

function ChoiceList({ box, label }: { readonly box: Choosing; readonly label: string }) {
  const t = useWords(designWords);
  return (
    <div className="pop combobox-pop">
      <div role="listbox" id={box.listId} aria-label={label} aria-busy={box.isBehind}>
        {box.choices.map((choice, index) => (
          <div
            key={choice.value}
            id={`${box.listId}-${index}`}
            role="option"
            aria-selected={index === box.active}
            className="menu-item"
            onPointerMove={() => box.setActive(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              box.choose(choice);
            }}
          >
            <span>
              {choice.label}
              {choice.detail && <small className="soft"> {choice.detail}</small>}
            </span>
          </div>
        ))}
      </div>
      {box.choices.length === 0 && (
        <p className="soft combobox-none" role="status">
          {t(box.isBehind ? 'searching' : 'nothingFound')}
        </p>
      )}
    </div>
  );
}
