import { declareWords } from '../app/words.js';

export const proofWords = declareWords('proof', {
  es: {
    title: 'Confirme que es usted',
    lead: 'Lo que pidió toca a otras personas o a su propia cuenta. Al confirmar, sigue por sí solo; vale por cinco minutos.',
    passkey: 'Usar mi llave de acceso',
    passkeyFailed: 'No se pudo usar la llave. Inténtelo otra vez o elija otra manera.',
    code: 'Código de la aplicación',
    codeHint: 'Seis dígitos, o uno de sus códigos de recuperación.',
    password: 'Contraseña',
    confirm: 'Confirmar',
    withPassword: 'Usar mi contraseña',
    withCode: 'Usar un código',
    missing: 'Escriba lo que se pide.',
  },
  en: {
    title: 'Confirm that it is you',
    lead: 'What you asked for touches other people or your own account. It goes on by itself once you confirm; that holds for five minutes.',
    passkey: 'Use my passkey',
    passkeyFailed: 'The passkey could not be used. Try again or choose another way.',
    code: 'Code of the app',
    codeHint: 'Six digits, or one of your recovery codes.',
    password: 'Password',
    confirm: 'Confirm',
    withPassword: 'Use my password',
    withCode: 'Use a code',
    missing: 'Write what is asked for.',
  },
});
