import { declareRefusals } from '#kernel';

export const organizerRoles = ['organiser', 'co_organiser', 'technical_ally', 'ally'] as const;

export type OrganizerRole = (typeof organizerRoles)[number];

export const organizerRefusals = declareRefusals({
  ORGANIZER_ALREADY_NAMED: {
    es: 'Esa institución ya figura entre las organizadoras del evento. Cambie su papel en lugar de agregarla otra vez.',
    en: 'That institution is already named for the event. Change its role instead of adding it again.',
  },
  ORGANIZER_INSTITUTION_UNKNOWN: {
    es: 'Esa institución no existe. Elíjala de la lista o regístrela primero.',
    en: 'There is no such institution. Choose it from the list or register it first.',
  },
  ORGANIZER_ORDER_UNFIT: {
    es: 'El orden protocolar debe nombrar a cada institución del evento exactamente una vez. Recargue la lista y ordénela de nuevo.',
    en: 'The protocol order must name every institution of the event exactly once. Reload the list and order it again.',
  },
  LAST_ORGANIZER: {
    es: 'Un evento público conserva al menos una institución organizadora. Agregue otra antes de retirar esta.',
    en: 'A public event keeps at least one organising institution. Add another before you remove this one.',
  },
});
