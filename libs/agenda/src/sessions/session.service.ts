import { ReminderService } from '#communications';
import { EventRepository, eventTime, refuseTexts, type Event } from '#events';
import { isRefusal, newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, NotFound, once, requireMay, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { SpeakerRepository } from '../speakers/speaker.repository.js';
import { SessionPlace } from './session-place.js';
import { Session } from './session.entity.js';
import { SessionCancelled, SessionMoved } from './session.events.js';
import { SessionRepository } from './session.repository.js';
import {
  isMoved,
  refuseSlot,
  sessionLifecycle,
  sessionLine,
  sessionRefusals,
  startIsMoved,
  type SessionKind,
} from './session.rules.js';

const longestSummary = 4_000;

/** Minutes before a session at which its speakers are reminded. */
const reminderOffsets = [24 * 60, 60];

export interface SessionDraft {
  readonly eventId: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly summary?: string | null;
  /** Wall-clock times in the event's zone: `2025-06-20T09:00`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly roomId?: string | null;
  readonly blockId?: string | null;
}

/** What shall be different, and on which version that was decided. */
export interface SessionChange extends Partial<Omit<SessionDraft, 'eventId'>> {
  readonly version: number;
}

/** Organisers of the event only. */
@Injectable()
export class SessionService {
  constructor(
    private readonly place: SessionPlace,
    private readonly events: EventRepository,
    private readonly sessions: SessionRepository,
    private readonly speakers: SpeakerRepository,
    private readonly reminders: ReminderService,
    private readonly audit: AuditTrail,
  ) {}

  /** `key` makes a repeated submission answer with the first one's session. */
  async create(viewer: Viewer, draft: SessionDraft, key: string | null = null): Promise<Session | Refusal> {
    return this.place.placing<Session>(viewer, async (work, attempt) => {
      const event = await this.organised(viewer, draft.eventId, work);
      const id = await once<string>(work, { operation: 'createSession', key, request: draft }, async () => {
        const session = written(blank(event), draft, event);
        if (isRefusal(session)) return session;
        const taken = await attempt.claim(event, session, []);
        if (taken) return taken;
        await work.manager.insert(Session, session);
        await this.remind(session, work);
        await this.note(work, viewer, 'createSession', null, session);
        return session.id;
      });
      return isRefusal(id) ? id : this.existing(id, work);
    });
  }

  /** Refuses a change that was decided on an older version of the session, and shows both. */
  async update(viewer: Viewer, id: string, change: SessionChange): Promise<Session | Refusal> {
    return this.place.placing<Session>(viewer, async (work, attempt) => {
      const before = await this.existing(id, work);
      const event = await this.organised(viewer, before.eventId, work);
      if (before.state === 'cancelled') return sessionRefusals.SESSION_IS_CANCELLED();
      const session = written(before, change, event);
      if (isRefusal(session)) return session;
      if (change.version !== before.version) return this.changedMeanwhile(before, session, change, event, work);
      const taken = await attempt.claim(event, session, await this.place.personsIn(id, work));
      if (taken) return taken;
      if (!(await this.sessions.replace(session, work.manager))) {
        return this.changedMeanwhile(await this.existing(id, work), session, change, event, work);
      }
      if (isMoved(before, session)) await this.announceMove(before, session, work);
      return this.changed(work, viewer, 'updateSession', before, session);
    });
  }

  /** Its speakers are told, and nobody is reminded of it any more. Room and people are free again. */
  async cancel(viewer: Viewer, id: string, version: number): Promise<Session | Refusal> {
    return this.place.placing<Session>(viewer, async (work) => {
      const before = await this.existing(id, work);
      const event = await this.organised(viewer, before.eventId, work);
      if (!sessionLifecycle.allows(before.state, 'cancelled')) return sessionRefusals.SESSION_IS_CANCELLED();
      const session: Session = { ...before, state: 'cancelled' };
      const isCurrent = version === before.version && (await this.sessions.replace(session, work.manager));
      if (!isCurrent) return this.changedMeanwhile(await this.existing(id, work), session, { version }, event, work);
      await this.reminders.cancel(work, { subjectKind: 'session', subjectId: id });
      await this.speakers.raiseCalendarSequence(id, work.manager);
      await work.record(SessionCancelled, { sessionId: id });
      return this.changed(work, viewer, 'cancelSession', before, session);
    });
  }

  private async changed(
    work: Work,
    viewer: Viewer,
    action: string,
    before: Session,
    written: Session,
  ): Promise<Session> {
    const session = { ...written, version: written.version + 1 };
    await this.note(work, viewer, action, before, session);
    return session;
  }

  private note(work: Work, viewer: Viewer, action: string, before: Session | null, after: Session): Promise<void> {
    const deed = { viewer, action, subject: 'Session', eventId: after.eventId };
    return this.audit.recordChange(work, deed, before, after);
  }

  private async announceMove(before: Session, session: Session, work: Work): Promise<void> {
    if (startIsMoved(before, session)) await this.remind(session, work);
    await this.speakers.raiseCalendarSequence(session.id, work.manager);
    await work.record(SessionMoved, { sessionId: session.id });
  }

  private async remind({ id, eventId, startsAt }: Session, work: Work): Promise<void> {
    const subject = { subjectKind: 'session', subjectId: id };
    await this.reminders.schedule(work, { ...subject, eventId, startsAt, offsetsMinutes: reminderOffsets });
  }

  private async changedMeanwhile(
    current: Session,
    yours: Session,
    { version }: { version: number },
    { zone }: Event,
    { manager }: Work,
  ): Promise<Refusal> {
    return sessionRefusals.SESSION_CHANGED_MEANWHILE(
      {
        currentVersion: current.version,
        current: sessionLine(current, await this.sessions.roomName(current.roomId, manager), zone),
        yourVersion: version,
        yours: sessionLine(yours, await this.sessions.roomName(yours.roomId, manager), zone),
      },
      'version',
    );
  }

  private async existing(id: string, { manager }: Work): Promise<Session> {
    const session = await this.sessions.byId(id, manager);
    if (!session) throw new NotFound('session');
    return session;
  }

  /** The event, whose days and zone stay as they are until the unit of work ends. */
  private async organised(viewer: Viewer, eventId: string, { manager }: Work): Promise<Event> {
    const event = await this.events.toRelyOn(eventId, manager);
    if (!event) throw new NotFound('event');
    requireMay(viewer, 'agenda.change', event.id);
    return event;
  }
}

function blank({ id: eventId }: Event): Session {
  const never = new Date(0);
  const rest = { summary: '', roomId: null, blockId: null, state: 'scheduled', version: 1 } as const;
  return { id: newId(), eventId, kind: 'talk', title: '', startsAt: never, endsAt: never, ...rest };
}

/** The session with what was sent written over it, or why it cannot be so. */
function written(before: Session, change: Partial<SessionDraft>, event: Event): Session | Refusal {
  const startsAt = change.startsAt ? eventTime(change.startsAt, event.zone, 'startsAt') : before.startsAt;
  if (isRefusal(startsAt)) return startsAt;
  const endsAt = change.endsAt ? eventTime(change.endsAt, event.zone, 'endsAt') : before.endsAt;
  if (isRefusal(endsAt)) return endsAt;
  const title = change.title ?? before.title;
  const summary = change.summary ?? (change.summary === null ? '' : before.summary);
  const unfit = refuseSlot(event, { startsAt, endsAt }) ?? refuseTexts({ title });
  if (unfit) return unfit;
  if (summary.length > longestSummary) return sessionRefusals.SUMMARY_TOO_LONG({ longest: longestSummary }, 'summary');
  return {
    ...before,
    kind: change.kind ?? before.kind,
    title: tidyLine(title),
    summary: summary.trim(),
    startsAt,
    endsAt,
    roomId: change.roomId === undefined ? before.roomId : change.roomId,
    blockId: change.blockId === undefined ? before.blockId : change.blockId,
  };
}
