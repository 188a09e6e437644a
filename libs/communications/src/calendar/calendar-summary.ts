/** The few properties of an invitation that a person looks for. */
export interface CalendarSummary {
  readonly method: string;
  readonly summary: string;
  readonly location: string;
  /** `2025-06-20 09:00`, as the invitation writes it, with its zone: `America/Lima` or `UTC`. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly sequence: string;
  readonly uid: string;
  readonly status: string;
  readonly raw: string;
}

interface Property {
  readonly value: string;
  readonly zone: string | null;
}

/** Reads the one event of an iCalendar text; a property that is missing is empty. */
export function summaryOf(raw: string): CalendarSummary {
  const lines = raw.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const from = lines.indexOf('BEGIN:VEVENT');
  const property = (name: string, among: readonly string[]): Property => {
    const line = among.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`)) ?? '';
    return { value: line.slice(line.indexOf(':') + 1), zone: /;TZID=([^;:]+)/.exec(line)?.[1] ?? null };
  };
  const of = (name: string) => property(name, lines.slice(Math.max(from, 0)));
  const start = of('DTSTART');
  return {
    method: property('METHOD', lines).value,
    summary: unescaped(of('SUMMARY').value),
    location: unescaped(of('LOCATION').value),
    start: readable(start.value),
    end: readable(of('DTEND').value),
    zone: start.zone ?? 'UTC',
    sequence: of('SEQUENCE').value,
    uid: of('UID').value,
    status: of('STATUS').value,
    raw,
  };
}

const unescaped = (text: string): string =>
  text.replace(/\\([nN;,\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));

const readable = (text: string): string => text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ?$/, '$1-$2-$3 $4:$5');
