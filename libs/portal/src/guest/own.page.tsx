import { dayName, dayOf, timeOf, type Language } from '#kernel';
import { speakerRoleTerms } from '#agenda';
import type { OwnDoor } from '#guests';
import { registrationStateTerms, type RegistrationState } from '#registrations';
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../frame/in-language.js';
import { GuestFrame } from './guest-frame.js';
import { guestWords } from './guest-words.js';
import { guestPasskeyWords } from './passkey-words.js';
import type { GuestVisit } from './guests.js';
import type { OwnView } from './own-view.js';

export interface OwnPageProps {
  readonly visit: GuestVisit;
  readonly view: OwnView;
  readonly language: Language;
  /** The path of a signed link's page. */
  readonly pathOf: (linkId: string, purpose: 'delegation' | 'invitation' | 'meetings') => string;
}

export const ownStyle = `
.own{list-style:none;margin:.5rem 0;padding:0}.own li{border-top:1px solid var(--line);padding:.6rem 0}.own li span{display:block}
.own a,.doors a{display:inline-block;min-height:24px;padding:.2rem 0}.doors{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}.doors .card{margin:0}.bar2{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:center}
.bar2 button{margin-top:.25rem}
`.replace(/\n/g, '');

/** `/mi`: what somebody takes part in, and the doors to it. */
export function OwnPage(props: OwnPageProps) {
  const { visit, view, language, pathOf } = props;
  const text = guestWords[language];
  const isEmpty = view.cards.size === 0;
  const door = (purpose: Parameters<typeof pathOf>[1], label: string) => (row: OwnDoor) =>
    row.linkId && <a href={pathOf(row.linkId, purpose)}>{label}</a>;
  return (
    <GuestFrame
      title={text.title}
      language={language}
      path="/mi"
      isDemonstration={visit.person.isDemonstration}
      extraStyle={ownStyle}
    >
      <p>
        <b>{visit.person.name}</b>
      </p>
      {isEmpty && <p class="soft">{text.nothing}</p>}
      <Doors
        {...props}
        title={text.invitations}
        rows={view.invitations}
        open={door('invitation', text.openInvitation)}
      />
      <Sessions {...props} />
      <Doors
        {...props}
        title={text.meetings}
        rows={view.parties}
        open={door('meetings', text.openMeetings)}
        say={({ taken }) => text.meetingCount(taken)}
      />
      <Doors
        {...props}
        title={text.delegations}
        rows={view.delegations}
        open={door('delegation', text.openDelegation)}
        say={({ taken, quota }) => text.seats(taken, quota)}
      />
      <Registrations {...props} />
      <div class="doors">
        {!visit.person.assistant && (
          <p class="card">
            <a href={inLanguage('/mi/datos', language)}>{text.data}</a>
            <br />
            <span class="soft">{text.dataHint}</span>
          </p>
        )}
        {!visit.person.assistant && (
          <p class="card">
            <a href={inLanguage('/mi/llaves', language)}>{guestPasskeyWords[language].title}</a>
            <br />
            <span class="soft">{guestPasskeyWords[language].hint}</span>
          </p>
        )}
        {!visit.person.assistant && (
          <p class="card">
            <a href={inLanguage('/mi/asistentes', language)}>{text.assistants}</a>
            <br />
            <span class="soft">{text.assistantsHint}</span>
          </p>
        )}
      </div>
      <div class="bar2">
        {visit.guest.people.length > 1 && (
          <a class="alone" href={inLanguage('/mi/quien', language)}>
            {text.change}
          </a>
        )}
        <form method="post" action={inLanguage('/mi/salir', language)}>
          <button class="quiet">{text.leave}</button>
        </form>
      </div>
    </GuestFrame>
  );
}

interface DoorsProps extends OwnPageProps {
  readonly title: string;
  readonly rows: readonly OwnDoor[];
  readonly open: (row: OwnDoor) => ComponentChildren;
  readonly say?: (row: OwnDoor) => string;
}

function Doors({ title, rows, open, say, view }: DoorsProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="own">
        {rows.map((row) => (
          <li>
            <b>{row.institution ?? view.cards.get(row.eventId)?.name}</b>
            {row.institution && <span class="soft">{view.cards.get(row.eventId)?.name}</span>}
            {say && <span>{say(row)}</span>}
            {open(row)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sessions({ view, language }: OwnPageProps) {
  const text = guestWords[language];
  if (view.sessions.length === 0) return null;
  return (
    <>
      <h2>{text.sessions}</h2>
      <ul class="own">
        {view.sessions.map(({ eventId, title, startsAt, endsAt, room, role, isCancelled }) => {
          const event = view.cards.get(eventId)?.event;
          const zone = event?.zone ?? 'America/Lima';
          return (
            <li>
              <b>{title}</b> {isCancelled && <strong>({text.cancelled})</strong>}
              <span>
                {dayName(dayOf(startsAt, zone), language)}, {timeOf(startsAt, zone)}–{timeOf(endsAt, zone)}
                {room && ` · ${room}`}
              </span>
              <span class="soft">
                {speakerRoleTerms[role][language]} · {view.cards.get(eventId)?.name}
              </span>
              {event && event.state !== 'draft' && <a href={inLanguage(`/e/${event.slug}`, language)}>{text.agenda}</a>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Registrations({ view, language }: OwnPageProps) {
  const text = guestWords[language];
  if (view.registrations.length === 0) return null;
  return (
    <>
      <h2>{text.registrations}</h2>
      <ul class="own">
        {view.registrations.map(({ eventId, institution, state }) => (
          <li>
            <b>{view.cards.get(eventId)?.name}</b>
            <span class="soft">
              {institution} · {registrationStateTerms[state as RegistrationState][language]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
