import type { Language } from '#kernel';
import { personName } from '#people';
import { registrationStateTerms } from '#registrations';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { Page } from '../frame/page.js';
import type { DelegationView, Member } from './delegation-view.js';
import { delegationWords } from './delegation-words.js';
import { PersonFields, personStyle } from './person-fields.js';

interface MemberPageProps {
  readonly view: DelegationView;
  readonly member: Member;
  readonly language: Language;
  readonly typed: Typed;
  readonly faults?: readonly FormFault[];
}

/** `/d/<token>?persona=<id>`: one person's data, and the way out of the delegation. */
export function MemberPage({ view, member, language, typed, faults = [] }: MemberPageProps) {
  const text = delegationWords[language];
  const { registration, person } = member;
  const name = personName(person);
  const lang = language === 'es' ? '' : `lang=${language}`;
  const otherLang = language === 'es' ? 'en' : 'es';
  const shared = { language, typed, faults };
  return (
    <Page
      title={`${faults.length > 0 ? text.errorTitle : ''}${name} · ${view.institution.name}`}
      language={language}
      otherLanguageHref={`?persona=${registration.id}&lang=${otherLang}`}
      isDemonstration={view.card.event.isDemonstration}
      extraStyle={personStyle}
      isPrivate
    >
      <div class="wrap narrow">
        <p>
          <a class="alone" href={`?${lang}`}>
            ← {text.back}
          </a>
        </p>
        <p class="over">{view.institution.name}</p>
        <h1>{name}</h1>
        <p class="soft">{registrationStateTerms[registration.state][language]}</p>
        <ErrorSummary faults={faults} language={language} />
        <form method="post" action={`?${lang}`}>
          <h2>{text.correct}</h2>
          <input type="hidden" name="id" value={registration.id} />
          {registration.madePerson ? (
            <PersonFields row={0} {...shared} />
          ) : (
            <>
              <p class="hint">{text.notOurs}</p>
              <Field {...shared} name="people.0.positionTitle" label={text.positionTitle} />
            </>
          )}
          <button name="do" value="corregir">
            {text.save}
          </button>
        </form>
        <form method="post" action={`?${lang}`} class="card">
          <h2 style="margin-top:0">{text.withdraw}</h2>
          <p id="withdraw-hint">{text.withdrawHint(name)}</p>
          <input type="hidden" name="id" value={registration.id} />
          <button name="do" value="retirar" class="quiet" aria-describedby="withdraw-hint">
            {text.withdrawButton(name)}
          </button>
        </form>
      </div>
    </Page>
  );
}
