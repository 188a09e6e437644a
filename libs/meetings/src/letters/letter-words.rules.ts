import { dayName, dayOf, timeOf, zoneName, type TimeSlot, type Words } from '#kernel';

/** `viernes 20 de junio, 09:20–09:40, hora de Perú (UTC−5)`. */
export function slotWords({ startsAt, endsAt }: TimeSlot, zone: string): Words {
  const day = dayOf(startsAt, zone);
  const times = `${timeOf(startsAt, zone)}–${timeOf(endsAt, zone)}`;
  return {
    es: `${dayName(day, 'es')}, ${times}, ${zoneName(zone, startsAt, 'es')}`,
    en: `${dayName(day, 'en')}, ${times}, ${zoneName(zone, startsAt, 'en')}`,
  };
}

/** `viernes 20 de junio, 09:20, hora de Perú (UTC−5)`. */
export function instantWords(instant: Date, zone: string): Words {
  const day = dayOf(instant, zone);
  const time = timeOf(instant, zone);
  return {
    es: `${dayName(day, 'es')}, ${time}, ${zoneName(zone, instant, 'es')}`,
    en: `${dayName(day, 'en')}, ${time}, ${zoneName(zone, instant, 'en')}`,
  };
}

/** `Mesa 3 (junto a la ventana), Salón Qosqo`. */
export function placeWords(table: { number: number; name: string | null }, room: string | null): Words {
  const rest = `${table.name ? ` (${table.name})` : ''}${room ? `, ${room}` : ''}`;
  return { es: `Mesa ${table.number}${rest}`, en: `Table ${table.number}${rest}` };
}

/** How long until then, as a reminder says it: `en 24 horas`, `en 1 hora`, `en 45 minutos`. */
export function untilWords(now: Date, startsAt: Date): Words {
  const minutes = Math.max(1, Math.round((startsAt.getTime() - now.getTime()) / 60_000));
  if (minutes < 60) return { es: `en ${minutes} minutos`, en: `in ${minutes} minutes` };
  const hours = Math.round(minutes / 60);
  return { es: `en ${hours} ${hours === 1 ? 'hora' : 'horas'}`, en: `in ${hours} ${hours === 1 ? 'hour' : 'hours'}` };
}
