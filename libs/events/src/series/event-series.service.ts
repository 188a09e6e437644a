import { declareRefusals, newId, tidyLine, type Refusal } from '#kernel';
import { refusedBy, requireAdministrator, UnitOfWork, type Viewer } from '#platform';
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
  readonly name: string;
  readonly editionStyle: EditionStyle;
}

@Injectable()
export class EventSeriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Administrators only. */
  async create(viewer: Viewer, { name, editionStyle }: EventSeriesDraft): Promise<EventSeries | Refusal> {
    requireAdministrator(viewer);
    const unfit = refuseTexts({ name });
    if (unfit) return unfit;
    return refusedBy({ event_series_name: () => refusals.SERIES_NAME_TAKEN({ name }, 'name') }, () =>
      this.unitOfWork.run(({ manager }) =>
        manager.save(EventSeries, { id: newId(), name: tidyLine(name), editionStyle }),
      ),
    );
  }
}
