import { declareTerms } from '#kernel';

declareTerms('BlockColour', {
  adobe: { es: 'Adobe', en: 'Adobe' },
  cochineal: { es: 'Cochinilla', en: 'Cochineal' },
  green: { es: 'Verde queñua', en: 'Queñua green' },
  night: { es: 'Noche', en: 'Night' },
  teal: { es: 'Azul puna', en: 'Puna teal' },
});
