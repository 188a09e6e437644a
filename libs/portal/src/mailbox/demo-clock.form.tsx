import { dayName, dayOf, localTimeOf, timeOf, zoneName, type Language } from '#kernel';

/** The demo's event happens in Peru. */
export const demoZone = 'America/Lima';

const words = {
  es: {
    title: 'Reloj de la demostración',
    set: 'Poner la hora',
    hour: '+ 1 hora',
    day: '+ 1 día',
    at: 'Fecha y hora (Perú)',
    unread: 'No entendimos esa fecha. Escriba, por ejemplo, 2025-06-20T09:00.',
  },
  en: {
    title: 'Clock of the demonstration',
    set: 'Set the time',
    hour: '+ 1 hour',
    day: '+ 1 day',
    at: 'Date and time (Peru)',
    unread: 'We could not read that date. Write, for instance, 2025-06-20T09:00.',
  },
} as const;

interface ClockFormProps {
  readonly now: Date;
  readonly language: Language;
  /** The last time that was asked for could not be read. */
  readonly isUnread: boolean;
}

export function DemoClockForm({ now, language, isUnread }: ClockFormProps) {
  const text = words[language];
  const day = dayOf(now, demoZone);
  return (
    <details class="card" open={isUnread}>
      <summary>
        {text.title}: <strong>{`${dayName(day, language)} ${day.slice(0, 4)}, ${timeOf(now, demoZone)}`}</strong>{' '}
        <span class="soft">{zoneName(demoZone, now, language)}</span>
      </summary>
      <form method="post" action="/demo/clock">
        <button name="advance" value="60" class="quiet">
          {text.hour}
        </button>
        <button name="advance" value="1440" class="quiet">
          {text.day}
        </button>
      </form>
      <form method="post" action="/demo/clock">
        <label for="at">{text.at}</label>
        {isUnread && (
          <span class="error" id="at-error">
            {text.unread}
          </span>
        )}
        <input
          id="at"
          name="at"
          type="datetime-local"
          value={localTimeOf(now, demoZone)}
          {...(isUnread && { 'aria-invalid': 'true', 'aria-describedby': 'at-error' })}
        />
        <button>{text.set}</button>
      </form>
    </details>
  );
}
