import { declareRefusals } from '#kernel';

export const oidcRefusals = declareRefusals({
  OIDC_FAILED: {
    es: 'No se pudo entrar por {label}. Inténtelo otra vez, o entre con su llave o su contraseña.',
    en: 'Signing in by {label} did not work. Try again, or sign in with your passkey or password.',
  },
  OIDC_NO_ACCOUNT: {
    es: '{label} confirmó quién es usted, pero aquí no hay una cuenta activa con ese correo verificado. Pídala a quien administra.',
    en: '{label} confirmed who you are, but there is no active account with that verified e-mail here. Ask an administrator for one.',
  },
});

/** What an issuer says of somebody. */
export interface Vouched {
  readonly issuer: string;
  /** The person's name there, which never changes. */
  readonly subject: string;
  /** Only an address that the issuer has verified; null otherwise. */
  readonly verifiedEmail: string | null;
}

/** An address that was not verified is anybody's word: it must not open the account of whoever has it. */
export function vouched(
  issuer: string,
  claims: { readonly sub: string; readonly email?: unknown; readonly email_verified?: unknown },
): Vouched {
  const { sub: subject, email, email_verified: isVerified } = claims;
  const verifiedEmail = isVerified === true && typeof email === 'string' ? email.trim() : null;
  return { issuer, subject, verifiedEmail };
}
