import { declareTerms } from '#kernel';

declareTerms('InstitutionRelationKind', {
  member_of: { es: 'Es miembro de', en: 'Is a member of' },
  network_of: { es: 'Pertenece a la red de', en: 'Belongs to the network of' },
  attached_to: { es: 'Está adscrita a', en: 'Is attached to' },
});
