import { declareTerms } from '#kernel';

export const institutionKindWords = declareTerms('InstitutionKind', {
  ministry: { es: 'Ministerio', en: 'Ministry' },
  agency: { es: 'Organismo o entidad pública', en: 'Public agency' },
  regional_government: { es: 'Gobierno regional', en: 'Regional government' },
  municipality: { es: 'Municipalidad', en: 'Municipality' },
  mancomunidad: { es: 'Mancomunidad', en: 'Association of municipalities' },
  cite: { es: 'CITE', en: 'CITE' },
  university: { es: 'Universidad o instituto', en: 'University or institute' },
  association: { es: 'Asociación o gremio', en: 'Association or guild' },
  company: { es: 'Empresa', en: 'Company' },
  ngo: { es: 'ONG', en: 'NGO' },
  international: { es: 'Organismo internacional', en: 'International organisation' },
});
