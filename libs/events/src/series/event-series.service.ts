import { OrganizationChoice } from '#identity';
import { isRefusal, newId, tidyLine, type Refusal } from '#kernel';
import { AuditTrail, NotFound, refusedBy, requireMay, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { refuseTexts } from '../texts/text.rules.js';
import type { EditionStyle } from './edition-number.rules.js';
import { EventSeries } from './event-series.entity.js';
import { EventSeriesRepository } from './event-series.repository.js';
import { seriesRefusals } from './event-series.rules.js';

export interface EventSeriesDraft {
  /** Whose it is; absent where only one organisation is meant. */
  readonly organizationId?: string | null;
  readonly name: string;
  readonly editionStyle: EditionStyle;
}

/** Organisers of the organisation. */
@Injectable()
export class EventSeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly series: EventSeriesRepository,
    private readonly choice: OrganizationChoice,
    private readonly audit: AuditTrail,
  ) {}

  async create(viewer: Viewer, draft: EventSeriesDraft): Promise<EventSeries | Refusal> {
    const organizationId = await this.choice.of(viewer, 'event.create', draft.organizationId);
    if (isRefusal(organizationId)) return organizationId;
    const { name, editionStyle } = draft;
    return this.unlessTaken({ name }, (work) => {
      const series = { id: newId(), organizationId, name, editionStyle, archivedAt: null };
      return this.save(work, viewer, 'createEventSeries', null, series);
    });
  }

  /** The editions show the new style at once; what is published keeps the name that it was published with. */
  async update(viewer: Viewer, id: string, change: Partial<EventSeriesDraft>): Promise<EventSeries | Refusal> {
    return this.unlessTaken(change, async (work) => {
      const before = await this.toChange(viewer, id, work);
      const [name, editionStyle] = [change.name ?? before.name, change.editionStyle ?? before.editionStyle];
      return this.save(work, viewer, 'updateEventSeries', before, { ...before, name, editionStyle });
    });
  }

  /** Takes no new editions any more; those that it has stay. */
  archive(viewer: Viewer, id: string): Promise<EventSeries | Refusal> {
    return this.unitOfWork.run(async (work) => {
      const before = await this.toChange(viewer, id, work);
      const after = { ...before, archivedAt: before.archivedAt ?? work.now };
      return this.save(work, viewer, 'archiveEventSeries', before, after);
    });
  }

  /** Refuses when another series took its name meanwhile. */
  async restore(viewer: Viewer, id: string): Promise<EventSeries | Refusal> {
    const known = await this.series.byId(id);
    return this.unlessTaken({ name: known?.name }, async (work) => {
      const before = await this.toChange(viewer, id, work);
      return this.save(work, viewer, 'restoreEventSeries', before, { ...before, archivedAt: null });
    });
  }

  private async save(
    work: Work,
    viewer: Viewer,
    action: string,
    before: EventSeries | null,
    after: EventSeries,
  ): Promise<EventSeries> {
    const saved = await work.manager.save(EventSeries, { ...after, name: tidyLine(after.name) });
    const deed = { viewer, action, subject: 'EventSeries', organizationId: saved.organizationId };
    await this.audit.recordChange(work, deed, before, saved);
    return saved;
  }

  private async toChange(viewer: Viewer, id: string, work: Work): Promise<EventSeries> {
    const series = await this.series.toChange(id, work.manager);
    if (!series) throw new NotFound('event series');
    requireMay(viewer, 'event.create', series);
    return series;
  }

  private async unlessTaken({ name }: { name?: string }, body: (work: Work) => Promise<EventSeries>) {
    const unfit = typeof name === 'string' ? refuseTexts({ name }) : null;
    if (unfit) return unfit;
    const taken = { event_series_name: () => seriesRefusals.SERIES_NAME_TAKEN({ name: name ?? '' }, 'name') };
    return refusedBy<EventSeries | Refusal>(taken, () => this.unitOfWork.run(body));
  }
}
