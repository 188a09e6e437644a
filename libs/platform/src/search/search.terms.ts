import { declareTerms } from '#kernel';

declareTerms('FoundKind', {
  event: { es: 'Eventos', en: 'Events' },
  session: { es: 'Sesiones', en: 'Sessions' },
  person: { es: 'Personas', en: 'People' },
  institution: { es: 'Instituciones', en: 'Institutions' },
});
