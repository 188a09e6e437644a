import { EventRepository } from '#events';
import { declareRefusals, newId, type Refusal } from '#kernel';
import { AuditTrail, may, NotFound, requireMay, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { AgendaContent } from './agenda-content.js';
import { agendaDifference, type AgendaDifference } from './agenda-difference.js';
import { AgendaVersion } from './agenda-version.entity.js';
import { AgendaPublished } from './agenda-version.events.js';
import { AgendaVersionRepository } from './agenda-version.repository.js';

const refusals = declareRefusals({
  AGENDA_EMPTY: {
    es: 'La agenda no tiene ninguna sesión. Agregue al menos una antes de publicarla.',
    en: 'The agenda has no session. Add at least one before it is published.',
  },
});

/** The draft against the version that the public sees; both null before the first publication. */
export interface PendingAgenda extends AgendaDifference {
  readonly number: number | null;
  readonly publishedAt: Date | null;
}

@Injectable()
export class AgendaVersionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventRepository,
    private readonly versions: AgendaVersionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Organisers only. Freezes the agenda as it stands; what was published before is superseded in the same instant. */
  async publish(viewer: Viewer, eventId: string): Promise<AgendaVersion | Refusal> {
    return this.unitOfWork.run(async (work) => {
      // The lock makes two publications of one event happen one after the other.
      const event = await this.events.toChange(eventId, work.manager);
      if (!event) throw new NotFound('event');
      requireMay(viewer, 'agenda.change', event.id);
      const content = await this.versions.contentNow(eventId, work.manager);
      if (!content || content.days.every(({ sessions }) => sessions.length === 0)) return refusals.AGENDA_EMPTY();
      const number = (await this.versions.lastNumber(eventId, work.manager)) + 1;
      await this.versions.supersede(eventId, work.manager);
      const version: AgendaVersion = {
        id: newId(),
        eventId,
        number,
        state: 'published',
        content,
        publishedAt: work.now,
      };
      await work.manager.insert(AgendaVersion, version);
      const subject = { subject: 'AgendaVersion', subjectId: version.id, eventId };
      await this.audit.record(work, { viewer, action: 'publishAgenda', ...subject, after: { number } });
      await work.record(AgendaPublished, { eventId, versionId: version.id });
      return version;
    });
  }

  /** The agenda that the event's staff works on; null for an event that the viewer may not read. */
  async draftOf(viewer: Viewer, eventId: string): Promise<AgendaContent | null> {
    return may(viewer, 'event.read', eventId) ? this.versions.contentNow(eventId) : null;
  }

  /** For the event's staff: what would change for the public if the agenda was published now. */
  async pending(viewer: Viewer, eventId: string): Promise<PendingAgenda | null> {
    requireMay(viewer, 'event.read', eventId);
    const draft = await this.versions.contentNow(eventId);
    const published = draft && (await this.versions.published(eventId));
    if (!draft) return null;
    const { number = null, publishedAt = null, content = null } = published ?? {};
    return { number, publishedAt, ...agendaDifference(content, draft) };
  }

  /** For the event's staff: every version, the latest first. */
  async history(viewer: Viewer, eventId: string): Promise<AgendaVersion[]> {
    requireMay(viewer, 'event.read', eventId);
    return this.versions.ofEvent(eventId);
  }
}
