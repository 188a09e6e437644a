import { declareTerms } from '#kernel';

export const sessionKindTerms = declareTerms('SessionKind', {
  plenary: { es: 'Plenaria', en: 'Plenary' },
  talk: { es: 'Ponencia', en: 'Talk' },
  panel: { es: 'Panel técnico', en: 'Technical panel' },
  articulation_table: { es: 'Mesa de articulación', en: 'Articulation table' },
  workshop: { es: 'Taller', en: 'Workshop' },
  networking: { es: 'Networking', en: 'Networking' },
  ceremony: { es: 'Acto protocolar', en: 'Ceremony' },
  break: { es: 'Pausa', en: 'Break' },
});

export const sessionStateTerms = declareTerms('SessionState', {
  scheduled: { es: 'Programada', en: 'Scheduled' },
  cancelled: { es: 'Cancelada', en: 'Cancelled' },
});
