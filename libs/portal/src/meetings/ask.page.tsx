import type { Language } from '#kernel';
import type { MeetingParty, MeetingSlot } from '#meetings';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import type { PartyView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';
import { BackLink, inLanguage, PartyFrame } from './party-frame.js';
import { SlotSelect } from './request-cards.js';

interface PageProps {
  readonly view: PartyView;
  readonly language: Language;
  readonly path: string;
}

/** Looks for the institution to meet; a GET, so that it can be reloaded and gone back to. */
export function SearchForm({ language, words = '' }: { language: Language; words?: string }) {
  const text = meetingWords[language];
  return (
    <form method="get">
      {language !== 'es' && <input type="hidden" name="lang" value={language} />}
      <Field
        name="buscar"
        label={text.search}
        hint={text.searchHint}
        language={language}
        typed={{ buscar: words }}
        input={{ type: 'search', maxLength: 100 }}
      />
      <button>{text.find}</button>
    </form>
  );
}

interface FoundProps extends PageProps {
  readonly words: string;
  readonly found: readonly MeetingParty[];
  readonly total: number;
}

export function FoundPage({ view, language, path, words, found, total }: FoundProps) {
  const text = meetingWords[language];
  return (
    <PartyFrame view={view} language={language} heading={text.ask} query={`buscar=${encodeURIComponent(words)}`}>
      <BackLink language={language} path={path} />
      <SearchForm language={language} words={words} />
      <p role="status">{text.found(total, found.length)}</p>
      <ul class="found">
        {found.map(({ id, name }) => (
          <li>
            <a href={inLanguage(`con=${id}`, language)}>{name}</a>
          </li>
        ))}
      </ul>
    </PartyFrame>
  );
}

interface AskProps extends PageProps {
  readonly other: MeetingParty;
  readonly free: readonly MeetingSlot[];
  readonly submission: string;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

/** The request itself. */
export function AskPage({ view, language, path, other, free, submission, typed = {}, faults = [] }: AskProps) {
  const text = meetingWords[language];
  const heading = text.askWith(other.name);
  return (
    <PartyFrame view={view} language={language} heading={heading} query={`con=${other.id}`} faults={faults}>
      <BackLink language={language} path={path} />
      <ErrorSummary faults={faults} language={language} />
      <form method="post">
        <input type="hidden" name="con" value={other.id} />
        <input type="hidden" name="submission" value={submission} />
        <Field
          name="tema"
          label={text.topic}
          hint={text.topicHint}
          input={{ maxLength: 200, required: true }}
          {...{ language, typed, faults }}
        />
        <Field
          name="mensaje"
          label={text.brief}
          hint={text.messageHint}
          optional
          {...{ language, typed, faults }}
          control={(attributes) => (
            <textarea {...attributes} maxLength={2000} rows={5}>
              {typed['mensaje'] ?? ''}
            </textarea>
          )}
        />
        <SlotSelect
          {...{ view, language, free, faults }}
          name="turno"
          id="turno"
          label={text.preferred}
          none={text.anySlot}
          chosen={typed['turno']}
        />
        <div>
          <button name="do" value="pedir">
            {text.send}
          </button>
        </div>
      </form>
    </PartyFrame>
  );
}
