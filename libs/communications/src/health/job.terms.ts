import { declareTerms } from '#kernel';

declareTerms('JobState', {
  queued: { es: 'En espera', en: 'Waiting' },
  failed: { es: 'Fallido', en: 'Failed' },
  done: { es: 'Hecho', en: 'Done' },
});
