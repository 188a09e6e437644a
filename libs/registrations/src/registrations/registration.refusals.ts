import { declareRefusals } from '#kernel';

export const registrationRefusals = declareRefusals({
  ALREADY_REGISTERED: {
    es: 'Esta persona ya está inscrita en el evento, en esta o en otra delegación. Retírela de allí primero.',
    en: 'This person is already registered at the event, in this or another delegation. First withdraw them there.',
  },
  REGISTRANT_UNKNOWN: {
    es: 'Persona {row}: no existe. Elija una de la lista o escriba sus nombres, apellidos y cargo.',
    en: 'Person {row}: there is no such person. Choose one from the list or write their names and position.',
  },
  REGISTRATION_ENDED: {
    es: 'Esta inscripción ya terminó y no puede cambiarse. Inscriba a la persona de nuevo si vuelve a asistir.',
    en: 'This registration has ended and cannot be changed. Register the person again if they will attend after all.',
  },
  REGISTRATION_NOT_UNDER_REVIEW: {
    es: 'Esta inscripción no está en revisión. Solo se confirma o rechaza lo que la delegación ya envió.',
    en: 'This registration is not under review. Only what the delegation has sent can be confirmed or rejected.',
  },
  NO_SEAT_OFFERED: {
    es: 'No hay un lugar ofrecido para esta persona, o la oferta venció. Vuelva a ponerla en la lista de espera.',
    en: 'No seat is offered to this person, or the offer has lapsed. Put them on the waiting list again.',
  },
  PERSON_NOT_OURS: {
    es: 'Los datos de esta persona los lleva la organización. Aquí puede cambiar su cargo; para lo demás, escríbale.',
    en: "The organisers keep this person's data. Here you can change the position; for the rest, write to them.",
  },
});
