import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { isRefusal, type Refusal } from '../app/refusal.js';
import { useWords } from '../app/words.js';
import { Button } from './button.js';
import { designWords } from './design.words.js';
import type { FieldBinding } from './field.js';
import { Confirm } from './overlay.js';
import { useFaultText } from './status.js';
import { useUnsavedInside } from './unsaved.js';

type Values = Readonly<Record<string, unknown>>;
type Faults<V> = { readonly [K in keyof V]?: string | undefined };

interface FormOptions<V extends Values, Row extends { readonly __typename: string }> {
  readonly initial: V;
  /** What can be said without the server; an absent or empty word is no fault. */
  readonly check?: (values: V) => Faults<V>;
  /** Sends it and answers the mutation's union. */
  readonly send: (values: V) => Promise<Row | Refusal>;
  readonly done: (row: Exclude<Row, Refusal>) => void;
}

export interface FormState<V extends Values> {
  readonly values: V;
  readonly set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  readonly field: <K extends keyof V & string>(name: K) => FieldBinding<V[K]>;
  readonly faults: readonly { readonly field: string | null; readonly text: string }[];
  readonly isSending: boolean;
  readonly isDirty: boolean;
  /** Counts the answers that were a no, so that the summary is focused anew at each. */
  readonly rounds: number;
  readonly submit: () => Promise<void>;
}

/** `input.members.0.email` of the server is the field `email` of a form that has no `input.members.0.email`. */
function fieldOf(values: Values, field: string | null): string | null {
  if (field === null || field in values) return field;
  const last = field.split('.').at(-1) ?? field;
  return last in values ? last : null;
}

/** Keeps what was typed, whatever the server answers, and shows each refusal at the field that it names. */
export function useForm<V extends Values, Row extends { readonly __typename: string }>(
  options: FormOptions<V, Row>,
): FormState<V> {
  const explain = useFaultText();
  const [values, setValues] = useState(options.initial);
  const [faults, setFaults] = useState<FormState<V>['faults']>([]);
  const [state, setState] = useState({ isSending: false, isDirty: false, rounds: 0 });

  const set: FormState<V>['set'] = (name, value) => {
    setValues((now) => ({ ...now, [name]: value }));
    setState((now) => ({ ...now, isDirty: true }));
    setFaults((now) => now.filter((fault) => fault.field !== name));
  };
  const refuse = (found: FormState<V>['faults']) => {
    setFaults(found);
    setState((now) => ({ ...now, isSending: false, rounds: now.rounds + 1 }));
  };
  const submit = async () => {
    const own = Object.entries(options.check?.(values) ?? {}).flatMap(([field, text]) =>
      text ? [{ field, text: String(text) }] : [],
    );
    if (own.length > 0) return refuse(own);
    setFaults([]);
    setState((now) => ({ ...now, isSending: true }));
    try {
      const answer = await options.send(values);
      if (isRefusal(answer)) return refuse([{ field: fieldOf(values, answer.field), text: answer.message }]);
      setState((now) => ({ ...now, isSending: false, isDirty: false }));
      options.done(answer as Exclude<Row, Refusal>);
    } catch (error) {
      refuse([{ field: null, text: explain(error as Error) }]);
    }
  };
  return {
    values,
    set,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: faults.find((fault) => fault.field === name)?.text,
    }),
    faults,
    ...state,
    submit,
  };
}

interface FormProps<V extends Values> {
  readonly form: FormState<V>;
  /** Words of the main button. */
  readonly submit: string;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

export function Form<V extends Values>({ form, submit, onCancel, children }: FormProps<V>) {
  const t = useWords(designWords);
  const element = useRef<HTMLFormElement>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.isSending) void form.submit();
  };
  return (
    <form ref={element} noValidate onSubmit={onSubmit}>
      <ErrorSummary
        form={form}
        goTo={(field) => element.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()}
      />
      {children}
      <div className="form-actions">
        <Button type="submit" look="main" aria-disabled={form.isSending}>
          {form.isSending ? t('saving') : submit}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <UnsavedGuard isDirty={form.isDirty && !form.isSending} />
    </form>
  );
}

function ErrorSummary<V extends Values>({
  form,
  goTo,
}: {
  readonly form: FormState<V>;
  readonly goTo: (field: string) => void;
}) {
  const t = useWords(designWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.rounds > 0) box.current?.focus();
  }, [form.rounds]);
  if (form.faults.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <strong>
        {form.faults.some((fault) => fault.field) ? t('fixOne', { count: form.faults.length }) : t('notSaved')}
      </strong>
      <ul>
        {form.faults.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field ? (
              <button type="button" onClick={() => goTo(field)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Asks before what was typed is lost: on links, on the back button, when the tab is closed, and when the drawer around is. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const t = useWords(designWords);
  useUnsavedInside(isDirty);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Confirm
      title={t('leaveTitle')}
      text={<p>{t('leaveText')}</p>}
      confirm={t('leave')}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
