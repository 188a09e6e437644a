import { declareTerms } from '#kernel';

export const meetingStateTerms = declareTerms('BilateralMeetingState', {
  scheduled: { es: 'Programada', en: 'Scheduled' },
  held: { es: 'Realizada', en: 'Held' },
  no_show: { es: 'Sin asistencia', en: 'Not attended' },
  cancelled: { es: 'Cancelada', en: 'Cancelled' },
});

declareTerms('MeetingCanceller', {
  organiser: { es: 'La organización', en: 'The organisers' },
  party: { es: 'Una de las partes', en: 'One of the parties' },
});
