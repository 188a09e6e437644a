import { EventRepository, isWholeOrder, type Event } from '#events';
import { newId, type Refusal } from '#kernel';
import { PositionRepository } from '#people';
import { AuditTrail, NotFound, refusedBy, requireMay, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { SessionPlace } from '../sessions/session-place.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { sessionRefusals } from '../sessions/session.rules.js';
import { Speaker } from './speaker.entity.js';
import { SpeakerRemoved } from './speaker.events.js';
import { SpeakerRepository } from './speaker.repository.js';
import { speakerRefusals, type SpeakerRole } from './speaker.rules.js';

export interface SpeakerDraft {
  readonly sessionId: string;
  readonly personId: string;
  readonly positionId?: string | null;
  readonly role: SpeakerRole;
}

/** Organisers of the event only. */
@Injectable()
export class SpeakerService {
  constructor(
    private readonly place: SessionPlace,
    private readonly events: EventRepository,
    private readonly sessions: SessionRepository,
    private readonly speakers: SpeakerRepository,
    private readonly positions: PositionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Puts the person after the session's other speakers. */
  async add(viewer: Viewer, draft: SpeakerDraft): Promise<Speaker | Refusal> {
    const refusals = {
      speaker_once: () => speakerRefusals.SPEAKER_ALREADY_NAMED({}, 'personId'),
      speaker_person: () => speakerRefusals.SPEAKER_UNKNOWN({}, 'personId'),
    };
    return refusedBy<Speaker | Refusal>(refusals, () =>
      this.place.placing<Speaker>(viewer, async (work, attempt) => {
        const { session, event } = await this.organised(viewer, draft.sessionId, work);
        if (session.state === 'cancelled') return sessionRefusals.SESSION_IS_CANCELLED();
        const foreign = await this.refusePosition(draft);
        if (foreign) return foreign;
        const taken = await attempt.claim(event, { ...session, roomId: null }, [draft.personId]);
        return taken ?? this.insert(viewer, session, draft, work);
      }),
    );
  }

  async change(viewer: Viewer, id: string, change: { role?: SpeakerRole; positionId?: string | null }) {
    return this.place.placing<Speaker>(viewer, async (work) => {
      const speaker = await this.existing(id, work);
      await this.organised(viewer, speaker.sessionId, work);
      const role = change.role ?? speaker.role;
      const positionId = change.positionId === undefined ? speaker.positionId : change.positionId;
      const foreign = await this.refusePosition({ ...speaker, positionId });
      if (foreign) return foreign;
      await work.manager.update(Speaker, { id }, { role, positionId });
      await this.note(work, viewer, 'updateSpeaker', speaker, { ...speaker, role, positionId });
      return { ...speaker, role, positionId };
    });
  }

  /** `speakerIds` names everyone of the session, the first one first. Answers the session. */
  async reorder(viewer: Viewer, sessionId: string, speakerIds: readonly string[]): Promise<Session | Refusal> {
    return this.place.placing<Session>(viewer, async (work) => {
      const { session } = await this.organised(viewer, sessionId, work);
      const present = (await this.speakers.ofSession(sessionId, work.manager)).map(({ id }) => id);
      if (!isWholeOrder(present, speakerIds)) return speakerRefusals.SPEAKER_ORDER_UNFIT({}, 'speakerIds');
      await this.speakers.reorder(sessionId, speakerIds, work.manager);
      const deed = { viewer, action: 'reorderSpeakers', subject: 'Session', eventId: session.eventId };
      const [before, after] = [present, speakerIds].map((speakers) => ({ id: sessionId, speakers }));
      await this.audit.recordChange(work, deed, before, after);
      return session;
    });
  }

  /** Answers the speaker as it was. */
  async remove(viewer: Viewer, id: string): Promise<Speaker | Refusal> {
    return this.place.placing<Speaker>(viewer, async (work) => {
      const speaker = await this.existing(id, work);
      await this.organised(viewer, speaker.sessionId, work);
      await work.manager.delete(Speaker, { id });
      const calendarSequence = String(speaker.calendarSequence + 1);
      const { sessionId, personId } = speaker;
      await work.record(SpeakerRemoved, { speakerId: id, sessionId, personId, calendarSequence });
      await this.note(work, viewer, 'removeSpeaker', speaker, null);
      return speaker;
    });
  }

  private async insert(viewer: Viewer, session: Session, draft: SpeakerDraft, work: Work): Promise<Speaker> {
    const { id: sessionId, eventId, startsAt, endsAt, state: sessionState } = session;
    const order =
      Math.max(0, ...(await this.speakers.ofSession(sessionId, work.manager)).map((speaker) => speaker.order)) + 1;
    const { personId, role, positionId = null } = draft;
    const copied = { sessionId, eventId, startsAt, endsAt, sessionState };
    const speaker = { id: newId(), ...copied, personId, positionId, role, order, calendarSequence: 0 };
    await work.manager.insert(Speaker, speaker);
    await this.note(work, viewer, 'addSpeaker', null, speaker);
    return speaker;
  }

  private note(
    work: Work,
    viewer: Viewer,
    action: string,
    before: Speaker | null,
    after: Speaker | null,
  ): Promise<void> {
    const eventId = (after ?? before)?.eventId;
    return this.audit.recordChange(work, { viewer, action, subject: 'Speaker', eventId }, before, after);
  }

  private async refusePosition({ personId, positionId }: Pick<SpeakerDraft, 'personId' | 'positionId'>) {
    if (!positionId) return null;
    const position = await this.positions.byId(positionId);
    return position?.personId === personId ? null : speakerRefusals.SPEAKER_UNKNOWN({}, 'positionId');
  }

  private async existing(id: string, { manager }: Work): Promise<Speaker> {
    const speaker = await this.speakers.byId(id, manager);
    if (!speaker) throw new NotFound('speaker');
    return speaker;
  }

  private async organised(viewer: Viewer, sessionId: string, work: Work): Promise<{ session: Session; event: Event }> {
    const session = await this.sessions.toChange(sessionId, work.manager);
    const event = session && (await this.events.toRelyOn(session.eventId, work.manager));
    if (!event) throw new NotFound('session');
    requireMay(viewer, 'agenda.change', event.id);
    return { session, event };
  }
}
