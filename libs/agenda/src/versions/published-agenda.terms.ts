import { declareTerms } from '#kernel';

declareTerms('AgendaState', {
  draft: { es: 'Borrador', en: 'Draft' },
  published: { es: 'Publicada', en: 'Published' },
  superseded: { es: 'Reemplazada', en: 'Superseded' },
});
