import { declareTerms } from '#kernel';

export const meetingRequestStateTerms = declareTerms('MeetingRequestState', {
  draft: { es: 'Borrador', en: 'Draft' },
  requested: { es: 'Sin responder', en: 'Not answered' },
  counter_proposed: { es: 'Otra hora propuesta', en: 'Another time proposed' },
  accepted: { es: 'Aceptada', en: 'Accepted' },
  declined: { es: 'Rechazada', en: 'Declined' },
  withdrawn: { es: 'Retirada', en: 'Withdrawn' },
  expired: { es: 'Vencida', en: 'Expired' },
});
