import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { documentNames, documentOf, documentWarning, maskedDocument, personName } from '#people';
import { registrationStateTerms } from '#registrations';
import type { DelegationView, Member } from './delegation-view.js';
import { delegationWords } from './delegation-words.js';

export const memberStyle = `
.members{list-style:none;margin:.5rem 0;padding:0;border-top:1px solid var(--line)}
.members li{border-bottom:1px solid var(--line);padding:.75rem 0;display:flex;flex-wrap:wrap;gap:.35rem 1rem;align-items:baseline}
.members p{margin:0;flex:1 1 16rem;min-width:0;overflow-wrap:anywhere}.members p span{display:block}
.tag{font-size:.85rem;font-weight:600;padding:.1rem .55rem;border:1px solid currentColor;border-radius:1rem;color:var(--granite)}
.members .doubt{color:var(--adobe);font-weight:600}.tag.confirmed{color:var(--green)}.tag.offered{color:var(--adobe)}.tag.draft{color:var(--teal)}
.members form{flex:1 0 100%}.members button{margin:.35rem 0}.members a{flex:1 0 100%;padding:.3rem 0;min-height:24px}
`.replace(/\n/g, '');

interface MemberListProps {
  readonly view: DelegationView;
  readonly language: Language;
}

export function MemberList({ view, language }: MemberListProps) {
  const text = delegationWords[language];
  if (view.members.length === 0) return <p>{text.nobody}</p>;
  return (
    <ol class="members">
      {view.members.map((member) => (
        <MemberLine member={member} zone={view.card.event.zone} language={language} />
      ))}
    </ol>
  );
}

function MemberLine({ member, zone, language }: { member: Member; zone: string; language: Language }) {
  const { registration, person } = member;
  const text = delegationWords[language];
  const name = personName(person);
  const document = documentOf(person);
  const doubt = document && documentWarning(document);
  const until = registration.offerExpiresAt;
  const query = `?persona=${registration.id}${language === 'es' ? '' : `&lang=${language}`}`;
  return (
    <li>
      <p>
        <b>{name}</b>
        <span>{registration.positionTitle}</span>
        {person.email && <span class="soft">{person.email}</span>}
        {document && (
          <span class="soft">
            {documentNames[document.type][language]} {maskedDocument(document)}
          </span>
        )}
        {doubt && <span class="doubt">{doubt[language]}</span>}
      </p>
      <span class={`tag ${registration.state}`}>{registrationStateTerms[registration.state][language]}</span>
      {until && (
        <form method="post">
          {text.keptUntil(`${dayName(dayOf(until, zone), language)}, ${timeOf(until, zone)}`)}
          <input type="hidden" name="id" value={registration.id} />
          <br />
          <button name="do" value="aceptar" aria-label={text.acceptSeatOf(name)}>
            {text.acceptSeat}
          </button>
        </form>
      )}
      <a href={query} aria-label={text.changeOf(name)}>
        {text.change}
      </a>
    </li>
  );
}
