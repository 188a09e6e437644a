import {
  declareRefusals,
  emailInvalid,
  isEmail,
  isLine,
  tidyEmail,
  tidyLine,
  type Language,
  type Refusal,
} from '#kernel';

const nameLimit = 100;

export const accountRefusals = declareRefusals({
  ACCOUNT_NAME_WRONG: {
    es: 'Escriba el nombre en una línea, con {limit} letras como máximo.',
    en: 'Write the name on one line, with {limit} letters at most.',
  },
  ACCOUNT_EMAIL_TAKEN: {
    es: 'Ya hay una cuenta con ese correo. Use otro correo o la cuenta existente.',
    en: 'There is already an account with that e-mail. Use another e-mail or the existing account.',
  },
  CURRENT_PASSWORD_WRONG: {
    es: 'La contraseña actual no es esa. Escríbala de nuevo.',
    en: 'That is not the current password. Type it again.',
  },
  ACCOUNT_IS_YOURS: {
    es: 'Esto no se hace con la propia cuenta. Pídalo a otra persona administradora.',
    en: 'This is not done to your own account. Ask another administrator to do it.',
  },
  ACCOUNT_DISABLED: {
    es: 'La cuenta está desactivada. Actívela antes de enviarle un enlace.',
    en: 'The account is disabled. Enable it before you send it a link.',
  },
  ACCOUNT_ACCEPTED: {
    es: 'La persona ya aceptó la invitación. Si no debe entrar más, desactive su cuenta.',
    en: 'The person has accepted the invitation already. If they shall not come in any more, disable their account.',
  },
  ACCOUNT_UNKNOWN: {
    es: 'Ninguna cuenta activa tiene ese correo. Pida a quien administra que la cree.',
    en: 'No active account has that e-mail. Ask an administrator to create it.',
  },
});

/** A new account. Without a password, its owner chooses how to sign in by a link that is mailed. */
export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  readonly password?: string;
  readonly isAdministrator?: boolean;
  /** Of the mail that invites; when absent, that of whoever makes the account. */
  readonly language?: Language | null;
}

export function tidiedAccount(draft: AccountDraft) {
  const { password = null, isAdministrator = false } = draft;
  return { email: tidyEmail(draft.email), name: tidyLine(draft.name), password, isAdministrator };
}

/** What is wrong with a tidied draft, its password apart; null when nothing is. */
export function accountFault({ email, name }: { readonly email: string; readonly name: string }): Refusal | null {
  if (!isEmail(email)) return emailInvalid('email');
  if (!isLine(name, nameLimit)) return accountRefusals.ACCOUNT_NAME_WRONG({ limit: nameLimit }, 'name');
  return null;
}
