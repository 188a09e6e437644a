import { declareTerms } from '#kernel';

export const organizerRoleTerms = declareTerms('OrganizerRole', {
  organiser: { es: 'Organiza', en: 'Organised by' },
  co_organiser: { es: 'Coorganiza', en: 'Co-organised by' },
  technical_ally: { es: 'Aliado técnico', en: 'Technical ally' },
  ally: { es: 'Aliado', en: 'Ally' },
});
