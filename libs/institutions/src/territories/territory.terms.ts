import { declareTerms } from '#kernel';

declareTerms('TerritorySystem', {
  INEI: { es: 'INEI (Perú)', en: 'INEI (Peru)' },
  RENIEC: { es: 'RENIEC (Perú)', en: 'RENIEC (Peru)' },
  INE: { es: 'INE (Bolivia)', en: 'INE (Bolivia)' },
});

declareTerms('TerritoryLevel', {
  department: { es: 'Departamento', en: 'Department' },
  province: { es: 'Provincia', en: 'Province' },
  district: { es: 'Distrito', en: 'District' },
  municipality: { es: 'Municipio', en: 'Municipality' },
});
