import { declareTerms } from '#kernel';

declareTerms('EventState', {
  draft: { es: 'Borrador', en: 'Draft' },
  published: { es: 'Publicado', en: 'Published' },
  closed: { es: 'Cerrado', en: 'Closed' },
});
