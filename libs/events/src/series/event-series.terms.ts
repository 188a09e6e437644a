import { declareTerms } from '#kernel';

export const editionStyleTerms = declareTerms('EditionStyle', {
  roman: { es: 'II Encuentro', en: 'II Encuentro' },
  ordinal_feminine: { es: '2.ª Reunión', en: '2.ª Reunión' },
  ordinal_masculine: { es: '2.º Encuentro', en: '2.º Encuentro' },
  unnumbered: { es: 'Sin número', en: 'No number' },
});
