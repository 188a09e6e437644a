import { declareTerms } from '#kernel';

export const invitationKindTerms = declareTerms('InvitationKind', {
  focal_point: { es: 'Punto focal', en: 'Focal point' },
  speaker: { es: 'Ponente', en: 'Speaker' },
});

export const invitationStateTerms = declareTerms('InvitationState', {
  draft: { es: 'Borrador', en: 'Draft' },
  queued: { es: 'En cola', en: 'Queued' },
  sent: { es: 'Enviada', en: 'Sent' },
  bounced: { es: 'Devuelta', en: 'Bounced' },
  accepted: { es: 'Aceptada', en: 'Accepted' },
  accepted_other_way: { es: 'Aceptada por otra vía', en: 'Accepted another way' },
  declined: { es: 'Rechazada', en: 'Declined' },
  delegated: { es: 'Delegada', en: 'Delegated' },
  expired: { es: 'Vencida', en: 'Expired' },
  revoked: { es: 'Anulada', en: 'Revoked' },
});
