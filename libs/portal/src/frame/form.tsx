import { newId, wordsOf, type Language, type Refusal } from '#kernel';
import type { ComponentChildren, JSX } from 'preact';

/** What was typed, as the browser sent it: field name to text. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** A fault of one field (or of the whole form when `field` is absent), in the reader's words. */
export interface FormFault {
  readonly field?: string;
  readonly message: string;
}

export function faultOf(refusal: Refusal, language: Language): FormFault {
  return { field: refusal.field, message: wordsOf(refusal, language) };
}

/** A form body's fields as texts: a repeated or nested field counts as its first text, control characters stay for the rules to judge. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body as Record<string, unknown>).map(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return [name, typeof first === 'string' ? first : ''];
    }),
  );
}

const words = {
  es: { summary: 'Revise lo siguiente; lo que escribió sigue aquí.', optional: 'opcional' },
  en: { summary: 'Please check the following; what you typed is still here.', optional: 'optional' },
} as const;

/** All faults at the top, each linked to its field. The script moves the focus here; without it the title says so. */
export function ErrorSummary({ faults, language }: { faults: readonly FormFault[]; language: Language }) {
  if (faults.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} id="errors">
      <h2>{words[language].summary}</h2>
      <ul>
        {faults.map((fault) => (
          <li>{fault.field ? <a href={`#${fault.field}`}>{fault.message}</a> : fault.message}</li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly language: Language;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
  readonly hint?: string;
  readonly optional?: boolean;
  readonly input?: JSX.IntrinsicElements['input'];
  /** In place of the input: a select or a textarea, given the ids and the value that were worked out. */
  readonly control?: (attributes: ControlAttributes) => ComponentChildren;
}

export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

/** One labelled field with its hint, its fault and what was typed before. The id is the name, so that the summary can link to it. */
export function Field(props: FieldProps) {
  const { name, faults = [], hint, language } = props;
  const fault = faults.find(({ field }) => field === name);
  const describedBy = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ');
  const attributes: ControlAttributes = {
    id: name,
    name,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(fault && { 'aria-invalid': 'true' as const }),
  };
  return (
    <div>
      <label for={name}>
        {props.label} {props.optional && <span class="hint">({words[language].optional})</span>}
      </label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span class="error" id={`${name}-error`}>
          {fault.message}
        </span>
      )}
      {props.control ? (
        props.control(attributes)
      ) : (
        <input {...attributes} value={props.typed?.[name] ?? ''} {...props.input} />
      )}
    </div>
  );
}

/**
 * The key by which a double tap, a reload or a resent form does its work once: pass it to `once`. A form that comes back with faults
 * gets a new key, since it will be sent with other data.
 */
export function SubmissionKey() {
  return <input type="hidden" name="submission" value={newId()} />;
}

/** The key of a sent form; null when it is missing or malformed. */
export function submissionKeyOf(typed: Typed): string | null {
  const key = typed['submission'] ?? '';
  return /^[\w-]{8,100}$/.test(key) ? key : null;
}
