import { dayName, dayOf, type Language } from '#kernel';
import { personName } from '#people';
import { eventDays } from '#registrations';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { Page } from '../frame/page.js';
import type { InvitationView } from './invitation-view.js';
import { invitationWords } from './invitation-words.js';

export interface InvitationPageProps {
  readonly view: InvitationView;
  readonly language: Language;
  /** Whether it can still be answered. */
  readonly isOpen: boolean;
  /** Path of the delegation's page, once it is open. */
  readonly delegationPath: string | null;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

const style = `
h1{font-size:clamp(1.6rem,4vw,2.25rem)}
.facts{margin:1rem 0}.facts div{padding:.5rem 0;border-top:1px solid var(--line)}
@media(min-width:30em){.facts div{display:grid;grid-template-columns:13rem 1fr;gap:.75rem}}
.facts dt{color:var(--granite)}.facts dd{margin:0;font-weight:600}.facts dd:first-letter{text-transform:uppercase}
.facts div:last-child{border-bottom:1px solid var(--line)}
details{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem}summary{cursor:pointer;font-weight:600;color:var(--cochineal);padding:.5rem 0;min-height:24px}
`.replace(/\n/g, '');

/** `/i/<token>`: who invites to what, and the answer. Opening it answers nothing. */
export function InvitationPage(props: InvitationPageProps) {
  const { view, language, isOpen, faults = [] } = props;
  const { card, invitation, institutionName, person } = view;
  const text = invitationWords[language];
  return (
    <Page
      title={`${faults.length > 0 ? text.errorTitle : ''}${text.over} · ${card.name}`}
      language={language}
      otherLanguageHref={language === 'es' ? '?lang=en' : '?lang=es'}
      isDemonstration={card.event.isDemonstration}
      extraStyle={style}
      isPrivate
    >
      <div class="wrap narrow">
        <p class="over">{text.over}</p>
        <h1>{card.name}</h1>
        <ErrorSummary faults={faults} language={language} />
        <Answered {...props} />
        <p>{text.greeting(personName(person))}</p>
        <p>
          {invitation.kind === 'speaker'
            ? text.speaker(card.organizer)
            : text.focalPoint(card.organizer, institutionName ?? card.name)}
        </p>
        <FactList view={view} language={language} isOpen={isOpen} />
        {isOpen && <AnswerForms {...props} />}
      </div>
    </Page>
  );
}

function FactList({ view, language, isOpen }: { view: InvitationView; language: Language; isOpen: boolean }) {
  const { card, invitation, delegation } = view;
  const text = invitationWords[language];
  const lastInstant = new Date(invitation.expiresAt.getTime() - 1);
  const facts = [
    invitation.topic !== null && [text.topic, invitation.topic],
    [text.days, eventDays(card.event, language)],
    [text.place, card.event.city],
    delegation && [text.seats, text.seatsOf(delegation.quota)],
    isOpen && [text.answerBy, dayName(dayOf(lastInstant, card.event.zone), language)],
  ].filter((fact): fact is string[] => Array.isArray(fact));
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was answered already, or why nothing can be answered any more. */
function Answered({ view, language, isOpen, delegationPath }: InvitationPageProps) {
  const { invitation, delegate } = view;
  const text = invitationWords[language];
  if (isOpen) return null;
  const said = {
    accepted: text.accepted[invitation.kind],
    declined: text.declined,
    delegated: text.delegated(delegate ? personName(delegate) : ''),
    accepted_other_way: text.otherWay,
  } as const;
  const word = said[invitation.state as keyof typeof said] ?? `${text.ended}.`;
  const mend =
    invitation.state === 'declined' ? text.declinedMend : word.startsWith(text.ended) ? text.endedMend : null;
  return (
    <div class="done" role="status">
      <p>{word}</p>
      {mend && <p class="soft">{mend}</p>}
      {delegationPath && (
        <a class="button" href={delegationPath}>
          {text.toDelegation}
        </a>
      )}
    </div>
  );
}

function AnswerForms({ view, language, typed = {}, faults = [] }: InvitationPageProps) {
  const text = invitationWords[language];
  const shared = { language, typed, faults };
  return (
    <>
      <form method="post">
        <button name="do" value="aceptar">
          {text.accept[view.invitation.kind]}
        </button>
        <button name="do" value="declinar" class="quiet">
          {text.decline}
        </button>
      </form>
      <details open={faults.length > 0}>
        <summary>{text.delegate}</summary>
        <form method="post">
          <p class="hint">{text.delegateHint}</p>
          <Field {...shared} name="givenNames" label={text.givenNames} />
          <Field {...shared} name="familyNames" label={text.familyNames} />
          <Field {...shared} name="email" label={text.email} input={{ inputMode: 'email', autocapitalize: 'none' }} />
          <button name="do" value="delegar">
            {text.delegateButton}
          </button>
        </form>
      </details>
    </>
  );
}
