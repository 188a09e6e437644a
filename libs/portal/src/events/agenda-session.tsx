import { sessionKindTerms, type AgendaSession, type AgendaSpeaker, type BlockColour } from '#agenda';
import { fill, type Language } from '#kernel';
import { agendaWords, speakerRoleWords } from './agenda-words.js';

/** The thread's class in the style sheet. */
export const threadOf: Readonly<Record<BlockColour, string>> = {
  teal: 't',
  cochineal: 'c',
  green: 'g',
  adobe: 'a',
  night: 'n',
};

function Speaker({ speaker, language }: { speaker: AgendaSpeaker; language: Language }) {
  const role = speakerRoleWords[speaker.role][language];
  return (
    <li>
      <b>{speaker.name}</b>
      {role && ` (${role})`}
      {speaker.position && `, ${speaker.position}`}
      {speaker.institution && `, ${speaker.institution}`}
    </li>
  );
}

interface SessionProps {
  readonly session: AgendaSession;
  readonly language: Language;
  /** No other session starts with it. */
  readonly isAlone: boolean;
}

/** A break for everyone is a line, not a card. */
export function SessionCard({ session, language, isAlone }: SessionProps) {
  const { kind, title, room, block, speakers, summary } = session;
  const words = agendaWords[language];
  const until = fill(words.until, { to: session.to });
  if (kind === 'break' && !block && speakers.length === 0) {
    return (
      <p class="z" id={anchorOf(session)}>
        <span>
          <b>{title}</b>, {until}
          {room && ` · ${room}`}
        </span>
      </p>
    );
  }
  return (
    <article
      class={['s', block && threadOf[block.colour], isAlone && 'o'].filter(Boolean).join(' ')}
      id={anchorOf(session)}
    >
      <p class="k">
        {block && <b>{block.name}</b>}
        {sessionKindTerms[kind][language]}
      </p>
      <h4>{title}</h4>
      <p class="w">
        {room ?? words.noRoom} · {until}
      </p>
      {summary && <p class="y">{summary}</p>}
      {speakers.length > 0 && (
        <ul>
          {speakers.map((speaker) => (
            <Speaker speaker={speaker} language={language} />
          ))}
        </ul>
      )}
    </article>
  );
}

/** Short, and the same in every version. */
function anchorOf({ id }: AgendaSession): string {
  return `s${id.slice(0, 8)}`;
}
