import { declareTerms } from '#kernel';

export const personOrderWords = declareTerms('PersonOrder', {
  name: { es: 'Por apellidos', en: 'By family names' },
  nameDescending: { es: 'Por apellidos, al revés', en: 'By family names, backwards' },
  newest: { es: 'Últimas agregadas', en: 'Latest added' },
});
