import { declareTerms } from '#kernel';

export const messageStateTerms = declareTerms('MessageState', {
  queued: { es: 'En cola', en: 'Queued' },
  sending: { es: 'Enviándose', en: 'Being sent' },
  sent: { es: 'Enviado', en: 'Sent' },
  delivered: { es: 'Entregado', en: 'Delivered' },
  deferred: { es: 'Aplazado', en: 'Deferred' },
  failed: { es: 'Rechazado', en: 'Refused' },
  bounced: { es: 'Devuelto', en: 'Bounced' },
  suppressed: { es: 'No se envía', en: 'Not sent' },
  uncertain: { es: 'Incierto', en: 'Uncertain' },
});
