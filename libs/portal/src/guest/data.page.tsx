import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { consentPurposes, consentPurposeTerms, currentText, type Consent } from '#people';
import { columnWords, privacyRequestKinds, type OwnSection } from '#privacy';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { homeZone } from './assistants.page.js';
import { dataWords, type DataDoneWord } from './data-words.js';
import { GuestFrame } from './guest-frame.js';
import type { GuestVisit } from './guests.js';

export interface DataPageProps {
  readonly visit: GuestVisit;
  readonly sections: readonly OwnSection[];
  readonly consents: readonly Consent[];
  readonly language: Language;
  readonly done?: DataDoneWord;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

const path = '/mi/datos';

const style = `
.kept{border-top:1px solid var(--line);margin:.25rem 0}.kept summary{cursor:pointer;font-weight:600;padding:.5rem 0;min-height:24px}
.row{margin:.25rem 0 .75rem;padding-left:.75rem;border-left:3px solid var(--line)}.row div{display:flex;flex-wrap:wrap;gap:0 .75rem}
.row dt{color:var(--granite);flex:0 0 9rem}.row dd{margin:0;flex:1 1 12rem;overflow-wrap:anywhere}
`.replace(/\n/g, '');

/** `/mi/datos`: all that is kept about somebody, to read, to take away, to object to. */
export function DataPage(props: DataPageProps) {
  const { visit, sections, language, done, faults = [] } = props;
  const text = dataWords[language];
  return (
    <GuestFrame
      title={text.title}
      language={language}
      path={path}
      hasFaults={faults.length > 0}
      isDemonstration={visit.person.isDemonstration}
      extraStyle={style}
    >
      <p>{text.intro}</p>
      <ErrorSummary faults={faults} language={language} />
      {done && (
        <p class="done" role="status">
          {text.done[done]}
        </p>
      )}
      <form method="post" action={inLanguage('/mi/datos/copia', language)}>
        <button aria-describedby="copy-hint">{text.copy}</button>
        <span class="hint" id="copy-hint">
          {text.copyHint}
        </span>
      </form>
      <h2>{text.kept}</h2>
      {sections.map((section) => (
        <Section section={section} language={language} />
      ))}
      <Consents {...props} />
      <Rights {...props} />
      <p>
        <a class="alone" href={inLanguage('/mi', language)}>
          ← {text.back}
        </a>
      </p>
    </GuestFrame>
  );
}

function Section({ section, language }: { section: OwnSection; language: Language }) {
  const { title, rows } = section;
  return (
    <details class="kept" open={section.name === 'person'}>
      <summary>
        {title[language]} ({rows.length})
      </summary>
      {rows.map((row) => (
        <dl class="row">
          {Object.entries(row)
            .filter(([, value]) => value !== null && value !== '')
            .map(([column, value]) => (
              <div>
                <dt>{columnWords[column]?.[language] ?? column}</dt>
                <dd>{shown(value, language)}</dd>
              </div>
            ))}
        </dl>
      ))}
    </details>
  );
}

function shown(value: OwnSection['rows'][number][string], language: Language): string {
  const text = dataWords[language];
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (value instanceof Date) return `${dayOf(value, homeZone)} ${timeOf(value, homeZone)}`;
  return String(value);
}

function Consents({ consents, language }: DataPageProps) {
  const text = dataWords[language];
  return (
    <section>
      <h2>{text.consents}</h2>
      <p class="soft">{text.consentsHint}</p>
      {consentPurposes.map((purpose) => {
        const given = consents.find((consent) => consent.purpose === purpose);
        const name = consentPurposeTerms[purpose][language];
        return (
          <form method="post" action={inLanguage(path, language)} class="card">
            <h3>{name}</h3>
            <p>{currentText(purpose).words[language]}</p>
            {given && (
              <p class="soft">{text.version(given.textVersion, dayName(dayOf(given.givenAt, homeZone), language))}</p>
            )}
            <input type="hidden" name="para" value={purpose} />
            {given ? (
              <button name="do" value="retirar" class="quiet" aria-label={text.withdrawThat(name)}>
                {text.withdraw}
              </button>
            ) : (
              <button name="do" value="permitir" class="quiet" aria-label={text.allowThat(name)}>
                {text.allow}
              </button>
            )}
          </form>
        );
      })}
    </section>
  );
}

function Rights({ language, typed = {}, faults = [] }: DataPageProps) {
  const text = dataWords[language];
  const shared = { language, typed, faults };
  return (
    <form method="post" action={inLanguage(path, language)}>
      <h2>{text.requests}</h2>
      <p class="soft">{text.requestsHint}</p>
      <Field
        {...shared}
        name="derecho"
        label={text.right}
        control={(attributes) => (
          <select {...attributes}>
            <option value="">{text.choose}</option>
            {privacyRequestKinds.map((kind) => (
              <option value={kind} selected={typed['derecho'] === kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        {...shared}
        name="palabras"
        label={text.words}
        control={(attributes) => (
          <textarea {...attributes} maxLength={2000}>
            {typed['palabras'] ?? ''}
          </textarea>
        )}
      />
      <button name="do" value="pedir">
        {text.send}
      </button>
    </form>
  );
}
