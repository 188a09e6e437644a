import { declareTerms } from '#kernel';

export const registrationStateTerms = declareTerms('RegistrationState', {
  draft: { es: 'Por enviar', en: 'To be sent' },
  submitted: { es: 'Enviada', en: 'Sent' },
  awaiting_focal_point: { es: 'Espera el visto bueno', en: 'Awaits approval' },
  under_review: { es: 'En revisión', en: 'Under review' },
  confirmed: { es: 'Confirmada', en: 'Confirmed' },
  waitlisted: { es: 'En lista de espera', en: 'On the waiting list' },
  offered: { es: 'Lugar ofrecido', en: 'Seat offered' },
  expired: { es: 'Oferta vencida', en: 'Offer expired' },
  rejected: { es: 'No admitida', en: 'Not admitted' },
  substituted: { es: 'Sustituida', en: 'Substituted' },
  withdrawn: { es: 'Retirada', en: 'Withdrawn' },
  cancelled: { es: 'Anulada', en: 'Cancelled' },
});
