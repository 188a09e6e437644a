import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { designWords } from './design.words.js';

/** What `useForm().field(name)` gives to a control. */
export interface FieldBinding<Value = string> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

interface FieldFrame {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Fields are required unless they say that they are not. */
  readonly isOptional?: boolean;
  readonly width?: 'short' | 'full';
}

interface FieldProps extends FieldFrame {
  readonly name: string;
  readonly error: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
}

/** A label, a hint and an error around any control. */
export function Field({ name, label, hint, error, isOptional, width = 'full', children }: FieldProps) {
  const t = useWords(designWords);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field" data-width={width} data-field={name}>
      <label htmlFor={id}>
        {label} {isOptional && <span className="optional">({t('optional')})</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isOptional ? undefined : true,
      })}
    </div>
  );
}

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'step'
  | 'placeholder'
  | 'autoFocus'
  | 'disabled'
>;

export function TextField({
  value,
  onChange,
  name,
  error,
  label,
  hint,
  isOptional,
  width,
  ...native
}: FieldBinding & FieldFrame & Native) {
  return (
    <Field name={name} label={label} hint={hint} error={error} isOptional={isOptional} width={width}>
      {(control) => (
        <input
          className="input"
          {...native}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface LongTextProps extends FieldBinding, FieldFrame {
  readonly rows?: number;
  readonly maxLength?: number;
}

export function LongTextField({ value, onChange, name, error, rows = 4, maxLength, ...frame }: LongTextProps) {
  return (
    <Field name={name} error={error} {...frame}>
      {(control) => (
        <textarea
          className="input"
          rows={rows}
          maxLength={maxLength}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldBinding, FieldFrame {
  readonly options: readonly Option[];
  /** What stands for no choice; without it the first line asks to choose. */
  readonly none?: string;
}

/** For up to some twenty options. The browser's own control: it works with every keyboard, phone and reader. */
export function SelectField({ value, onChange, name, error, options, none, ...frame }: SelectProps) {
  const t = useWords(designWords);
  return (
    <Field name={name} error={error} {...frame}>
      {(control) => (
        <select className="input" {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {(frame.isOptional || value === '') && <option value="">{none ?? t('choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps extends FieldBinding<boolean> {
  readonly label: string;
  readonly hint?: ReactNode;
}

export function CheckField({ value, onChange, name, error, label, hint }: CheckProps) {
  const id = useId();
  return (
    <div className="field" data-field={name}>
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <label className="check">
        <input
          type="checkbox"
          name={name}
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        />
        <span>
          {label}
          {hint && (
            <span className="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
