import { declareRefusals } from '#kernel';

/** Where a role holds: at one event, or at an organisation and so at all its events. */
export type Place = { readonly eventId: string } | { readonly organizationId: string };

export const roleRefusals = declareRefusals({
  ROLE_IS_YOURS: {
    es: 'Nadie cambia su propio rol. Pídalo a otra persona a cargo de la organización.',
    en: 'Nobody changes their own role. Ask another owner of the organisation.',
  },
  ROLE_TOO_HIGH: {
    es: 'Ese rol puede más que el suyo: solo quien lo tiene puede darlo o quitarlo. Pídalo a una persona a cargo.',
    en: 'That role may do more than yours: only who has it can give it or take it away. Ask an owner.',
  },
  LAST_OWNER: {
    es: 'Es la última persona a cargo de la organización. Ponga primero a otra a cargo.',
    en: 'This is the last owner of the organisation. Make somebody else an owner first.',
  },
});
