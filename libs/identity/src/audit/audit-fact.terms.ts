import { declareTerms } from '#kernel';

/** What followed from a verb, or was done by somebody without an account: `subject.fact`. */
export const auditFactTerms = declareTerms('AuditFact', {
  'consent.given': { es: 'Dio su consentimiento', en: 'Gave their consent' },
  'consent.withdrawn': { es: 'Retiró su consentimiento', en: 'Withdrew their consent' },
  'delegation.granted': {
    es: 'Se creó una delegación al aceptar una invitación',
    en: 'A delegation was made when an invitation was accepted',
  },
  'delegation.opened': { es: 'Se abrió una delegación', en: 'A delegation was opened' },
  'guest.choseWho': { es: 'Eligió en nombre de quién entra', en: 'Chose on whose behalf they came in' },
  'guest.registeredPasskey': { es: 'Agregó una llave de acceso a sus páginas', en: 'Added a passkey to their pages' },
  'guest.revokedPasskey': { es: 'Quitó una llave de acceso de sus páginas', en: 'Removed a passkey of their pages' },
  'guest.signedInWithPasskey': {
    es: 'Entró a sus páginas con una llave de acceso',
    en: 'Signed in to their pages with a passkey',
  },
  'guest.signedIn': { es: 'Entró con un código de un solo uso', en: 'Signed in with a one-time code' },
  'guest.signedOut': { es: 'Salió de sus páginas', en: 'Signed out of their pages' },
  'invitation.sent': { es: 'Se envió una invitación', en: 'An invitation was sent' },
  'lostLinks.requested': { es: 'Pidió de nuevo sus enlaces', en: 'Asked for their links again' },
  'meetingParty.linked': { es: 'Se dio un enlace a una parte', en: 'A party was given a link' },
  'oneTimeCode.requested': { es: 'Pidió un código de un solo uso', en: 'Asked for a one-time code' },
  'person.dataCopied': { es: 'Descargó una copia de sus datos', en: 'Took a copy of their data' },
  'person.erasedFromAudit': {
    es: 'Se borraron datos de una persona de la auditoría',
    en: 'Data of a person were erased from the audit',
  },
  'privacyRequest.asked': { es: 'Hizo un pedido sobre sus datos', en: 'Made a request on their data' },
  'registration.draft': { es: 'Se empezó una inscripción', en: 'A registration was begun' },
  'registration.entered': { es: 'Se abrió una inscripción', en: 'A registration was opened' },
  'registration.submitted': { es: 'Se envió una inscripción', en: 'A registration was sent' },
  'registration.awaiting_focal_point': {
    es: 'Una inscripción espera el visto bueno',
    en: 'A registration awaits approval',
  },
  'registration.under_review': { es: 'Una inscripción pasó a revisión', en: 'A registration went under review' },
  'registration.confirmed': { es: 'Se confirmó una inscripción', en: 'A registration was confirmed' },
  'registration.waitlisted': {
    es: 'Una inscripción pasó a la lista de espera',
    en: 'A registration went on the waiting list',
  },
  'registration.offered': { es: 'Se ofreció un lugar', en: 'A seat was offered' },
  'registration.expired': { es: 'Venció un lugar ofrecido', en: 'A seat that was offered expired' },
  'registration.rejected': { es: 'Una inscripción no fue admitida', en: 'A registration was not admitted' },
  'registration.substituted': { es: 'Se sustituyó una inscripción', en: 'A registration was substituted' },
  'registration.withdrawn': { es: 'Se retiró una inscripción', en: 'A registration was withdrawn' },
  'retention.swept': { es: 'Se borraron datos cuyo plazo terminó', en: 'Data whose time was over were erased' },
  'role.granted': { es: 'Se dio un rol', en: 'A role was given' },
});
