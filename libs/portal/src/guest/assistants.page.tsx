import type { AssistantGrant } from '#guests';
import { dayName, dayOf, type Language } from '#kernel';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { GuestFrame } from './guest-frame.js';
import { guestWords } from './guest-words.js';
import type { GuestVisit } from './guests.js';
import { ownStyle } from './own.page.js';

export interface AssistantsPageProps {
  readonly visit: GuestVisit;
  readonly grants: readonly AssistantGrant[];
  readonly language: Language;
  readonly done?: 'permitido' | 'retirado';
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

/** The zone in which the last day of a permission ends. */
export const homeZone = 'America/Lima';

/** `/mi/asistentes`: who may act for this person, until when; to allow another and to withdraw. */
export function AssistantsPage({ visit, grants, language, done, typed, faults = [] }: AssistantsPageProps) {
  const text = guestWords[language];
  const path = '/mi/asistentes';
  const shared = { language, typed, faults };
  const lastDay = ({ expiresAt }: AssistantGrant) =>
    dayName(dayOf(new Date(expiresAt.getTime() - 1), homeZone), language);
  return (
    <GuestFrame
      title={text.assistants}
      language={language}
      path={path}
      hasFaults={faults.length > 0}
      isDemonstration={visit.person.isDemonstration}
      extraStyle={ownStyle}
    >
      <p>{text.assistantsHint}</p>
      <ErrorSummary faults={faults} language={language} />
      {done && (
        <p class="done" role="status">
          {done === 'permitido' ? text.allowed : text.withdrawn}
        </p>
      )}
      {grants.length === 0 && <p class="soft">{text.noAssistants}</p>}
      <ul class="own">
        {grants.map((grant) => (
          <li>
            <b>{grant.name}</b>
            <span class="soft">
              {grant.address} · {text.untilDay(lastDay(grant))}
            </span>
            <form method="post" action={inLanguage(path, language)}>
              <input type="hidden" name="permiso" value={grant.id} />
              <button name="do" value="retirar" class="quiet" aria-label={text.withdrawOf(grant.name)}>
                {text.withdraw}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={inLanguage(path, language)} class="card">
        <h2>{text.allowTitle}</h2>
        <Field {...shared} name="nombre" label={text.assistantName} input={{ autocomplete: 'off', maxLength: 200 }} />
        <Field
          {...shared}
          name="correo"
          label={text.assistantEmail}
          input={{ inputMode: 'email', autocapitalize: 'none', spellcheck: false, autocomplete: 'off' }}
        />
        <Field {...shared} name="hasta" label={text.until} input={{ type: 'date' }} />
        <button name="do" value="permitir">
          {text.allow}
        </button>
      </form>
      <p>
        <a class="alone" href={inLanguage('/mi', language)}>
          ← {text.back}
        </a>
      </p>
    </GuestFrame>
  );
}
