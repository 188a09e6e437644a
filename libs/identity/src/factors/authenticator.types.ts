import { Allow, orRefusal } from '#platform';
import { Field, ObjectType } from '@nestjs/graphql';

@Allow('public')
@ObjectType('AuthenticatorSetup', {
  description: 'What an authenticator app is given. Shown to its owner only, while it is set up.',
})
export class AuthenticatorSetupType {
  @Field(() => String, { description: 'For typing it into the app: base32.' })
  secret: string;

  @Field(() => String, { description: '`otpauth://totp/...`, for opening the app on the same device.' })
  uri: string;

  @Field(() => String, { description: 'The uri as a picture to scan: SVG.' })
  qr: string;
}

export const AuthenticatorSetupOrRefusal = orRefusal('AuthenticatorSetup', () => AuthenticatorSetupType);

@Allow('public')
@ObjectType('RecoveryCodes', { description: 'Ten codes for the day on which phone and passkeys are gone. Shown once.' })
export class RecoveryCodesType {
  @Field(() => [String], { description: 'Each opens the second step once. Earlier ones open nothing any more.' })
  codes: readonly string[];
}

export const RecoveryCodesOrRefusal = orRefusal('RecoveryCodes', () => RecoveryCodesType);
