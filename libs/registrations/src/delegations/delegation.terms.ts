import { declareTerms } from '#kernel';

export const delegationStateTerms = declareTerms('DelegationState', {
  invited: { es: 'Invitada', en: 'Invited' },
  opened: { es: 'Abierta', en: 'Open' },
  submitted: { es: 'Enviada', en: 'Sent' },
  accredited: { es: 'Acreditada', en: 'Accredited' },
  closed: { es: 'Cerrada', en: 'Closed' },
});
