import { type Language } from '#kernel';
import type { MeetingSlot, PartyRequest } from '#meetings';
import type { ComponentChildren } from 'preact';
import type { FormFault, Typed } from '../frame/form.js';
import { slotName, slotValue } from './meeting-times.js';
import type { MeetingsView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';

export interface CardsProps {
  readonly view: MeetingsView;
  readonly language: Language;
  /** The page's key: each form does its own work once under it. */
  readonly submission: string;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
}

type ToAnswer = MeetingsView['toAnswer'][number];

/** The requests that wait for this party, each with all its answers. */
export function RequestsToAnswer(props: CardsProps) {
  return (
    <div class="asks">
      {props.view.toAnswer.map((request) => (
        <RequestCard request={request} {...props} />
      ))}
    </div>
  );
}

function RequestCard({ request, ...props }: CardsProps & { request: ToAnswer }) {
  const { view, language } = props;
  const text = meetingWords[language];
  const { zone } = view.card.event;
  const { proposedStartsAt, preferredStartsAt, otherPartyName, message, free } = request;
  return (
    <article class="card ask">
      <h3>{otherPartyName}</h3>
      <p>
        {proposedStartsAt ? text.proposes(slotName(proposedStartsAt, zone, language)) : text.asks}
        {': '}
        {request.topic}
      </p>
      {message && <p class="brief">{message}</p>}
      <p class="soft">
        {!proposedStartsAt && preferredStartsAt && `${text.prefers(slotName(preferredStartsAt, zone, language))} `}
        {text.answerBy(slotName(request.expiresAt, zone, language))}
      </p>
      {free.length === 0 && <p>{text.noSlot}</p>}
      <AcceptForm request={request} {...props} />
      <details open={props.typed['id'] === request.id && props.faults.length > 0}>
        <summary>{text.otherwise}</summary>
        {free.length > 0 && <ProposeForm request={request} {...props} />}
        <DeclineForm request={request} {...props} />
      </details>
    </article>
  );
}

/** A proposed time is accepted as it is; otherwise the answering party picks a slot that both have free. */
function AcceptForm({ request, ...props }: CardsProps & { request: ToAnswer }) {
  const text = meetingWords[props.language];
  const { proposedStartsAt, preferredStartsAt, free } = request;
  if (free.length === 0 && !proposedStartsAt) return null;
  return (
    <AnswerForm id={request.id} submission={props.submission}>
      {proposedStartsAt ? null : (
        <SlotSelect
          name="turno"
          id={`turno-${request.id}`}
          label={text.slot}
          free={free}
          chosen={typedFor(request, props.typed, 'turno') ?? valueOf(preferredStartsAt, props)}
          {...props}
        />
      )}
      <button name="do" value="aceptar" aria-label={text.acceptOf(request.otherPartyName)}>
        {text.accept}
      </button>
    </AnswerForm>
  );
}

function ProposeForm({ request, ...props }: CardsProps & { request: ToAnswer }) {
  const text = meetingWords[props.language];
  return (
    <AnswerForm id={request.id} submission={props.submission}>
      <SlotSelect
        name="turno"
        id={`otro-${request.id}`}
        label={text.otherSlot}
        free={request.free}
        chosen={typedFor(request, props.typed, 'turno')}
        {...props}
      />
      <button name="do" value="proponer" class="quiet">
        {text.propose}
      </button>
    </AnswerForm>
  );
}

function DeclineForm({ request, ...props }: CardsProps & { request: ToAnswer }) {
  const text = meetingWords[props.language];
  const id = `motivo-${request.id}`;
  const fault = props.faults.find(({ field }) => field === id);
  return (
    <AnswerForm id={request.id} submission={props.submission}>
      <label for={id}>{text.reason}</label>
      {fault && <span class="error">{fault.message}</span>}
      <input id={id} name="motivo" maxLength={500} value={typedFor(request, props.typed, 'motivo') ?? ''} />
      <button name="do" value="rechazar" class="quiet">
        {text.decline}
      </button>
    </AnswerForm>
  );
}

interface AnswerFormProps {
  readonly id: string;
  readonly submission: string;
  readonly children: ComponentChildren;
}

export function AnswerForm({ id, submission, children }: AnswerFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="submission" value={submission} />
      {children}
    </form>
  );
}

interface SlotSelectProps extends Pick<CardsProps, 'language' | 'faults'> {
  readonly view: { readonly card: MeetingsView['card'] };
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly free: readonly MeetingSlot[];
  readonly chosen?: string | null;
  readonly none?: string;
}

/** Only slots that both have free: what cannot be is not offered. */
export function SlotSelect({ view, language, name, id, label, free, chosen, none, faults }: SlotSelectProps) {
  const { zone } = view.card.event;
  const fault = faults.find(({ field }) => field === id);
  return (
    <>
      <label for={id}>{label}</label>
      {fault && (
        <span class="error" id={`${id}-error`}>
          {fault.message}
        </span>
      )}
      <select id={id} name={name} {...(fault && { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` })}>
        {none && <option value="">{none}</option>}
        {free.map(({ startsAt }) => {
          const value = slotValue(startsAt, zone);
          return (
            <option value={value} selected={value === chosen}>
              {slotName(startsAt, zone, language)}
            </option>
          );
        })}
      </select>
    </>
  );
}

function typedFor(request: PartyRequest, typed: Typed, name: string): string | undefined {
  return typed['id'] === request.id ? typed[name] : undefined;
}

function valueOf(startsAt: Date | null, { view }: CardsProps): string | null {
  return startsAt && slotValue(startsAt, view.card.event.zone);
}
