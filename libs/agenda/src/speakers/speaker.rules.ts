import { declareRefusals } from '#kernel';

export const speakerRoles = ['ponente', 'moderador', 'panelista', 'relator'] as const;

export type SpeakerRole = (typeof speakerRoles)[number];

export const speakerRefusals = declareRefusals({
  SPEAKER_BUSY: {
    es: '{speaker} ya interviene en «{session}» el {day} de {from} a {to}. Elija otra hora u otra persona.',
    en: '{speaker} already speaks in “{session}” on {day} from {from} to {to}. Choose another time or another person.',
  },
  SPEAKER_BUSY_ELSEWHERE: {
    es: '{speaker} ya interviene en otro evento a esa hora. Elija otra hora u otra persona.',
    en: '{speaker} already speaks at another event at that time. Choose another time or another person.',
  },
  SPEAKER_ALREADY_NAMED: {
    es: 'Esa persona ya figura en la sesión. Cambie su papel en lugar de agregarla otra vez.',
    en: 'That person is already named in the session. Change the role instead of adding the person again.',
  },
  SPEAKER_ORDER_UNFIT: {
    es: 'El orden debe nombrar a cada persona de la sesión exactamente una vez. Recargue la lista y ordénela de nuevo.',
    en: 'The order must name every person of the session exactly once. Reload the list and order it again.',
  },
  SPEAKER_UNKNOWN: {
    es: 'Esa persona no está registrada, o el cargo no es suyo. Elija a la persona y uno de sus cargos.',
    en: 'That person is not registered, or the position is not theirs. Choose the person and one of their positions.',
  },
});
