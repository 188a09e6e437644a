import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../app/words.js';
import { designWords } from './design.words.js';
import { Field, type FieldBinding, type Option } from './field.js';
import { IconButton } from './button.js';

/** Waits until nobody has typed for a moment. */
export function useSettled(value: string, milliseconds = 180): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

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
  const t = useWords(designWords);
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const search = useSettled(text ?? '');
  const isOpen = text !== null;
  const found = useQuery({
    queryKey: [noun, 'choices', search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: isOpen,
  });
  const choices = found.data ?? [];
  const choose = (choice: Choice | undefined) => {
    if (choice) onChange(choice);
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return setText('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (at + step + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(choices[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setText(null);
    }
  };
  return (
    <Field {...field}>
      {(control) => (
        <Popover.Root open={isOpen} onOpenChange={(open) => !open && setText(null)}>
          <Popover.Anchor asChild>
            <div className="combobox">
              <input
                {...control}
                ref={input}
                className="input"
                role="combobox"
                aria-expanded={isOpen}
                aria-controls={listId}
                aria-autocomplete="list"
                aria-activedescendant={isOpen && choices[active] ? `${listId}-${active}` : undefined}
                autoComplete="off"
                placeholder={t('typeToSearch')}
                value={text ?? value?.label ?? ''}
                onChange={(event) => {
                  setText(event.target.value);
                  setActive(0);
                }}
                onClick={() => setText((now) => now ?? '')}
                onKeyDown={onKeyDown}
                onBlur={() => setText(null)}
              />
              {value && !isOpen && field.isOptional && (
                <IconButton
                  icon="close"
                  size="small"
                  label={`${t('clear')}: ${field.label}`}
                  onClick={() => onChange(null)}
                />
              )}
            </div>
          </Popover.Anchor>
          <Popover.Portal>
            <Popover.Content
              className="pop combobox-pop"
              align="start"
              sideOffset={4}
              onOpenAutoFocus={(event) => event.preventDefault()}
              onCloseAutoFocus={(event) => event.preventDefault()}
              onInteractOutside={(event) => input.current?.contains(event.target as Node) && event.preventDefault()}
            >
              <div role="listbox" id={listId} aria-label={field.label}>
                {choices.map((choice, index) => (
                  <div
                    key={choice.value}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    className="menu-item"
                    onPointerMove={() => setActive(index)}
                    onPointerDown={(event) => {
                      event.preventDefault();
                      choose(choice);
                    }}
                  >
                    <span>
                      {choice.label}
                      {choice.detail && <small className="soft"> {choice.detail}</small>}
                    </span>
                  </div>
                ))}
              </div>
              {choices.length === 0 && (
                <p className="soft combobox-none" role="status">
                  {found.isFetching ? t('searching') : t('nothingFound')}
                </p>
              )}
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  );
}
