import { declareRefusals, isRefusal, newId, tidyLine, type Refusal } from '#kernel';
import { OrganizationChoice } from '#identity';
import { refusedBy, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { refuseTexts } from '../texts/text.rules.js';
import type { EditionStyle } from './edition-number.rules.js';
import { EventSeries } from './event-series.entity.js';

const refusals = declareRefusals({
  SERIES_NAME_TAKEN: {
    es: 'Ya existe una serie llamada «{name}». Use esa, o escriba otro nombre.',
    en: 'There is a series called “{name}” already. Use that one, or write another name.',
  },
});

export interface EventSeriesDraft {
  /** Whose it is; absent where only one organisation is meant. */
  readonly organizationId?: string | null;
  readonly name: string;
  readonly editionStyle: EditionStyle;
}

@Injectable()
export class EventSeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choice: OrganizationChoice,
  ) {}

  /** Organisers of the organisation. */
  async create(
    viewer: Viewer,
    { name, editionStyle, organizationId: wished }: EventSeriesDraft,
  ): Promise<EventSeries | Refusal> {
    const organizationId = await this.choice.of(viewer, 'event.create', wished);
    if (isRefusal(organizationId)) return organizationId;
    const unfit = refuseTexts({ name });
    if (unfit) return unfit;
    return refusedBy({ event_series_name: () => refusals.SERIES_NAME_TAKEN({ name }, 'name') }, () =>
      this.unitOfWork.run(({ manager }) =>
        manager.save(EventSeries, { id: newId(), organizationId, name: tidyLine(name), editionStyle }),
      ),
    );
  }
}
