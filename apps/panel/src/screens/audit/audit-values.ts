import { instantText } from '../../app/dates.js';
import { useTerms, type TermKind } from '../../app/terms.js';
import { useLanguage, useWords } from '../../app/words.js';
import { auditWords } from './audit.words.js';

const id = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** Under which kinds of terms a value of a column may be named, the closest first: `RegistrationState` before `EventState`. */
function kindsOf(subject: string, column: string): TermKind[] {
  const own = subject + column.charAt(0).toUpperCase() + column.slice(1);
  const others: Readonly<Record<string, readonly string[]>> = {
    role: ['EventRole', 'OrganizerRole'],
    kind: ['InstitutionRelationKind', 'SessionKind'],
    purpose: ['ConsentPurpose', 'RetentionPurpose'],
    editionStyle: ['EditionStyle'],
    language: ['Language'],
    colour: ['BlockColour'],
    documentType: ['DocumentType'],
  };
  return [own, ...(others[column] ?? [])] as TermKind[];
}

/** The values of a deed in words: names of states, days and times on the wall clock of the place; of codes only their beginning. */
export function useChangeText(subject: string, zone: string) {
  const t = useWords(auditWords);
  const term = useTerms();
  const language = useLanguage();
  const value = (column: string, text: string): string => {
    if (text.startsWith('[')) return list(column, text);
    if (id.test(text)) return `${text.slice(0, 8)}…`;
    if (instant.test(text)) return instantText(text, zone, language);
    if (text === 'true' || text === 'false') return t(text === 'true' ? 'yes' : 'no');
    return (
      kindsOf(subject, column)
        .map((kind) => term(kind, text))
        .find((said) => said !== text) ?? text
    );
  };
  const list = (column: string, text: string): string => {
    const parts = partsOf(text);
    if (!parts) return text;
    const isCodes = parts.length > 0 && parts.every((part) => id.test(part));
    return isCodes ? t('codes', { count: parts.length }) : parts.map((part) => value(column, part)).join(', ');
  };
  return { column: (name: string) => term('AuditColumn', name), value };
}

/** The texts of a list; null for what is none, or holds more than texts. */
function partsOf(text: string): string[] | null {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) && found.every((part) => typeof part === 'string') ? found : null;
  } catch {
    // A text that only begins like a list.
    return null;
  }
}
