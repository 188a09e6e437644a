import { declareTerms } from '#kernel';

declareTerms('Language', {
  es: { es: 'Español', en: 'Spanish' },
  en: { es: 'Inglés', en: 'English' },
});
