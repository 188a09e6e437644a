import type { AgendaOrganizer, AgendaSpeaker } from '#agenda';
import type { Language, Words } from '#kernel';

/** Empty where the kind of the session says it already. */
export const speakerRoleWords: Readonly<Record<AgendaSpeaker['role'], Words>> = {
  ponente: { es: '', en: '' },
  panelista: { es: '', en: '' },
  moderador: { es: 'modera', en: 'chairs' },
  relator: { es: 'relata', en: 'reports' },
};

export const organizerRoleWords: Readonly<Record<AgendaOrganizer['role'], Words>> = {
  organiser: { es: 'Organiza', en: 'Organised by' },
  co_organiser: { es: 'Coorganiza', en: 'Co-organised by' },
  technical_ally: { es: 'Aliado técnico', en: 'Technical ally' },
  ally: { es: 'Aliados', en: 'Allies' },
};

export const agendaWords = {
  es: {
    days: 'Días del evento',
    filter: 'Ver un bloque temático',
    all: 'Toda la agenda',
    shown: 'Solo «{block}».',
    none: 'Ese día no hay sesiones de este bloque.',
    noSession: 'Este día aún no tiene sesiones.',
    soon: 'La agenda se publicará pronto. Las fechas y el lugar ya están confirmados.',
    place: 'Lugar',
    noRoom: 'Sala por confirmar',
    until: 'hasta las {to}',
    version: 'Agenda, versión {number}, publicada el {day} a las {time}.',
    print: 'Para imprimir, use la impresión del navegador: sale un día por hoja.',
  },
  en: {
    days: 'Days of the event',
    filter: 'See one thematic block',
    all: 'Whole agenda',
    shown: 'Only “{block}”.',
    none: 'No session of this block on this day.',
    noSession: 'This day has no session yet.',
    soon: 'The agenda will be published soon. Dates and place are confirmed.',
    place: 'Place',
    noRoom: 'Room to be confirmed',
    until: 'until {to}',
    version: 'Agenda, version {number}, published on {day} at {time}.',
    print: "To print it, use your browser's print command: one day per sheet.",
  },
} as const;

const listWords = {
  es: {
    title: 'Cumbres y encuentros',
    lead: 'Fechas, lugares y agendas de los encuentros que organizan las instituciones públicas.',
    upcoming: 'Próximos',
    past: 'Anteriores',
    now: 'En curso',
    none: 'Todavía no hay eventos publicados.',
    noUpcoming: 'No hay eventos próximos anunciados.',
  },
  en: {
    title: 'Summits and encounters',
    lead: 'Dates, places and agendas of the encounters that public institutions hold.',
    upcoming: 'Upcoming',
    past: 'Past',
    now: 'Under way',
    none: 'No event has been published yet.',
    noUpcoming: 'No upcoming event has been announced.',
  },
} as const;

export function eventListWords(language: Language) {
  return listWords[language];
}
