import { declareTerms } from '#kernel';

declareTerms('AgendaAspect', {
  name: { es: 'Nombre', en: 'Name' },
  place: { es: 'Lugar', en: 'Place' },
  days: { es: 'Fechas', en: 'Dates' },
  organizers: { es: 'Organizan', en: 'Organisers' },
  venues: { es: 'Sedes y salas', en: 'Venues and rooms' },
  blocks: { es: 'Bloques', en: 'Blocks' },
  title: { es: 'Título', en: 'Title' },
  summary: { es: 'Resumen', en: 'Summary' },
  kind: { es: 'Tipo', en: 'Kind' },
  time: { es: 'Hora', en: 'Time' },
  room: { es: 'Sala', en: 'Room' },
  block: { es: 'Bloque', en: 'Block' },
  speakers: { es: 'Intervienen', en: 'Who takes part' },
});

declareTerms('SessionFate', {
  added: { es: 'Nueva', en: 'New' },
  removed: { es: 'Cancelada', en: 'Cancelled' },
  changed: { es: 'Cambia', en: 'Changes' },
});
