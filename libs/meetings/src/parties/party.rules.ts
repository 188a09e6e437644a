import { declareRefusals } from '#kernel';

export const partyRefusals = declareRefusals({
  PARTY_ALREADY_THERE: {
    es: '{party} ya participa en las reuniones de este evento. Búsquela en la lista.',
    en: '{party} already takes part in the meetings of this event. Look for it in the list.',
  },
  AVAILABILITY_HAS_MEETING: {
    es: 'A las {slot} tiene una reunión con {party}. Muévala o cancélela antes de marcar esa hora como no disponible.',
    en: 'At {slot} you have a meeting with {party}. Move or cancel it before you mark that time as not available.',
  },
  AVAILABILITY_UNKNOWN_SLOT: {
    es: 'Una de las horas marcadas no es un turno de reunión. Recargue la página y vuelva a marcar.',
    en: 'One of the marked times is no meeting slot. Reload the page and mark again.',
  },
});
