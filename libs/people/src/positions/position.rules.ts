import { declareRefusals, isLine, tidyLine, type Refusal } from '#kernel';

const titleLimit = 150;

export const positionRefusals = declareRefusals({
  POSITION_TITLE_WRONG: {
    es: 'Escriba el cargo en una línea, con {limit} letras como máximo.',
    en: 'Write the position on one line, with {limit} letters at most.',
  },
  POSITION_DAY_WRONG: {
    es: 'Escriba el día como año, mes y día: 2025-06-20.',
    en: 'Write the day as year, month and day: 2025-06-20.',
  },
  POSITION_ENDS_BEFORE_START: {
    es: 'El cargo termina antes de empezar. Corrija una de las dos fechas.',
    en: 'The position ends before it starts. Mend one of the two dates.',
  },
});

/** A position as somebody describes it; days are calendar days such as `2025-06-20`. */
export interface PositionDraft {
  readonly personId: string;
  readonly institutionId: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn?: string | null;
}

export function tidiedPosition(draft: PositionDraft): Required<PositionDraft> {
  return { ...draft, title: tidyLine(draft.title), endsOn: draft.endsOn ?? null };
}

/** What is wrong with a tidied draft; null when nothing is. */
export function positionFault({ title, startsOn, endsOn }: Required<PositionDraft>): Refusal | null {
  if (!isLine(title, titleLimit)) return positionRefusals.POSITION_TITLE_WRONG({ limit: titleLimit }, 'title');
  if (!isDay(startsOn)) return positionRefusals.POSITION_DAY_WRONG({}, 'startsOn');
  if (endsOn === null) return null;
  if (!isDay(endsOn)) return positionRefusals.POSITION_DAY_WRONG({}, 'endsOn');
  return endsOn < startsOn ? positionRefusals.POSITION_ENDS_BEFORE_START({}, 'endsOn') : null;
}

/** Whether somebody is in the position on that day. */
export function isHeldOn(position: { startsOn: string; endsOn: string | null }, day: string): boolean {
  return position.startsOn <= day && (position.endsOn === null || day <= position.endsOn);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
