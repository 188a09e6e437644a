import { declareWords } from '../../app/words.js';

export const homeWords = declareWords('home', {
  es: {
    choose: '¿En qué evento trabaja?',
    events: 'Eventos',
    name: 'Evento',
    days: 'Fechas',
    city: 'Ciudad',
    state: 'Estado',
    none: 'Todavía no tiene eventos',
    noneText: 'Un evento es una edición de una serie. Quien administra la plataforma lo crea y le da un papel en él.',
    publicPage: 'Ver la página pública',
  },
  en: {
    choose: 'On which event are you working?',
    events: 'Events',
    name: 'Event',
    days: 'Dates',
    city: 'City',
    state: 'State',
    none: 'You have no events yet',
    noneText: 'An event is one edition of a series. An administrator creates it and gives you a role in it.',
    publicPage: 'See the public page',
  },
});
