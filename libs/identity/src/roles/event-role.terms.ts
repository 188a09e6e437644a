import { declareTerms } from '#kernel';

export const eventRoleTerms = declareTerms('EventRole', {
  owner: { es: 'A cargo', en: 'Owner' },
  organiser: { es: 'Organización', en: 'Organiser' },
  communications: { es: 'Comunicaciones', en: 'Communications' },
  reception: { es: 'Recepción', en: 'Reception' },
  reader: { es: 'Solo lectura', en: 'Read only' },
});
