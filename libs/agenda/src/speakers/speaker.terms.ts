import { declareTerms } from '#kernel';

export const speakerRoleTerms = declareTerms('SpeakerRole', {
  ponente: { es: 'Ponente', en: 'Speaker' },
  panelista: { es: 'Panelista', en: 'Panellist' },
  moderador: { es: 'Moderación', en: 'Chair' },
  relator: { es: 'Relatoría', en: 'Rapporteur' },
});
