import { dayName, dayOf, localTimeOf, timeOf, type Language } from '#kernel';

/** `viernes 20 de junio, 09:20`. */
export function slotName(startsAt: Date, zone: string, language: Language): string {
  return `${dayName(dayOf(startsAt, zone), language)}, ${timeOf(startsAt, zone)}`;
}

export interface Day<Row> {
  /** `2025-06-20` */
  readonly day: string;
  readonly rows: Row[];
}

/** Rows by calendar day in the zone; both in the order of the rows. */
export function byDay<Row extends { readonly startsAt: Date }>(rows: readonly Row[], zone: string): Day<Row>[] {
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const day = dayOf(row.startsAt, zone);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** The value by which a form names a slot: its wall-clock start. */
export function slotValue(startsAt: Date, zone: string): string {
  return localTimeOf(startsAt, zone);
}
