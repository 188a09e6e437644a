import type { Language } from '#kernel';
import { documentNames, documentTypes, isDocumentType } from '#people';
import type { PersonEntry } from '#registrations';
import { Field, type FormFault, type Typed } from '../frame/form.js';
import { delegationWords } from './delegation-words.js';

interface PersonFieldsProps {
  readonly row: number;
  readonly language: Language;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
}

/** The fields of one person; their names are those that refusals point to: `people.0.email`. */
export function PersonFields({ row, language, typed, faults }: PersonFieldsProps) {
  const text = delegationWords[language];
  const shared = { language, typed, faults };
  const name = (field: keyof PersonEntry) => `people.${row}.${field}`;
  return (
    <div class="person">
      <Field {...shared} name={name('givenNames')} label={text.givenNames} input={{ autocomplete: 'off' }} />
      <Field {...shared} name={name('familyNames')} label={text.familyNames} input={{ autocomplete: 'off' }} />
      <Field {...shared} name={name('positionTitle')} label={text.positionTitle} input={{ autocomplete: 'off' }} />
      <Field
        {...shared}
        name={name('email')}
        label={text.email}
        optional
        input={{ inputMode: 'email', autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
      />
      <Field
        {...shared}
        name={name('phone')}
        label={text.phone}
        optional
        input={{ inputMode: 'tel', autocomplete: 'off' }}
      />
      <Field
        {...shared}
        name={name('documentType')}
        label={text.documentType}
        optional
        control={(attributes) => (
          <select {...attributes}>
            <option value="">{text.noDocument}</option>
            {documentTypes.map((type) => (
              <option value={type} selected={typed[name('documentType')] === type}>
                {documentNames[type][language]}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        {...shared}
        name={name('documentNumber')}
        label={text.documentNumber}
        optional
        input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, maxLength: 30 }}
      />
    </div>
  );
}

export const personStyle = `
label .hint{display:inline}h1{font-size:clamp(1.6rem,4vw,2.25rem)}
@media(min-width:40em){.person{display:grid;grid-template-columns:1fr 1fr;column-gap:1.5rem;align-items:end}.person>:nth-child(3){grid-column:1/-1}.person input,.person select{max-width:none}}
`.replace(/\n/g, '');

const fields = [
  'givenNames',
  'familyNames',
  'positionTitle',
  'email',
  'phone',
  'documentType',
  'documentNumber',
] as const;

/** Rows that a form may hold, shown or not. */
const mostRows = 20;

/** The people of a sent form, without the rows that were left empty: they move up, so that faults and fields keep the same number. */
export function peopleIn(typed: Typed): PersonEntry[] {
  const rows = Array.from({ length: mostRows }, (_, row) => {
    const text = (field: keyof PersonEntry) => typed[`people.${row}.${field}`] ?? '';
    const documentType = text('documentType');
    return {
      givenNames: text('givenNames'),
      familyNames: text('familyNames'),
      positionTitle: text('positionTitle'),
      email: text('email'),
      phone: text('phone'),
      documentType: isDocumentType(documentType) ? documentType : null,
      documentNumber: text('documentNumber'),
    };
  });
  // A kind of document that was chosen says nothing of a person yet.
  return rows.filter((row) => fields.some((field) => field !== 'documentType' && row[field]?.trim()));
}

/** The same people as a form's texts. */
export function typedPeople(people: readonly PersonEntry[]): Typed {
  const texts = people.flatMap((person, row) => fields.map((field) => [`people.${row}.${field}`, person[field] ?? '']));
  return Object.fromEntries(texts) as Typed;
}
