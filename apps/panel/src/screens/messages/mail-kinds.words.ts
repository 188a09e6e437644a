import { declareWords } from '../../app/words.js';

/** The mails by the name that the API gives them. One that is not named here is shown by that name. */
export const mailKindWords = declareWords('mail-kinds', {
  es: {
    'focal-point-invitation': 'Invitación a punto focal',
    'speaker-invitation': 'Invitación a ponente',
    'delegation-summary': 'Resumen de la delegación',
    'delegation-handed-over': 'Delegación a cargo de otra persona',
    'registration-confirmed': 'Inscripción confirmada',
    'registration-cancelled': 'Inscripción anulada',
    'seat-offered': 'Lugar ofrecido a quien espera',
    'meeting-requested': 'Solicitud de reunión',
    'meeting-request-accepted': 'Reunión aceptada',
    'meeting-request-declined': 'Solicitud rechazada',
    'meeting-request-counter-proposed': 'Otra hora propuesta',
    'meeting-rescheduled': 'Reunión movida',
    'meeting-cancelled': 'Reunión cancelada',
    'meeting-reminder': 'Recordatorio de reunión',
    'session-reminder': 'Recordatorio de sesión',
  },
  en: {
    'focal-point-invitation': 'Invitation of a focal point',
    'speaker-invitation': 'Invitation of a speaker',
    'delegation-summary': 'Summary of the delegation',
    'delegation-handed-over': 'Delegation handed over',
    'registration-confirmed': 'Registration confirmed',
    'registration-cancelled': 'Registration cancelled',
    'seat-offered': 'Seat offered to who waits',
    'meeting-requested': 'Meeting request',
    'meeting-request-accepted': 'Meeting accepted',
    'meeting-request-declined': 'Request declined',
    'meeting-request-counter-proposed': 'Another time proposed',
    'meeting-rescheduled': 'Meeting moved',
    'meeting-cancelled': 'Meeting cancelled',
    'meeting-reminder': 'Reminder of a meeting',
    'session-reminder': 'Reminder of a session',
  },
});
