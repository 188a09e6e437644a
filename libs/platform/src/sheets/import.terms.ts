import { declareTerms } from '#kernel';

declareTerms('ImportState', {
  read: { es: 'Leída, sin aplicar', en: 'Read, not applied' },
  applied: { es: 'Aplicada', en: 'Applied' },
  undone: { es: 'Deshecha', en: 'Undone' },
});
