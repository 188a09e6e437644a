import { declareTerms } from '#kernel';

export const eventStateTerms = declareTerms('EventState', {
  draft: { es: 'Borrador', en: 'Draft' },
  published: { es: 'Publicado', en: 'Published' },
  closed: { es: 'Cerrado', en: 'Closed' },
});
