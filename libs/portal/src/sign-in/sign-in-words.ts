import type { Language } from '#kernel';

const es = {
  title: 'Iniciar sesión',
  who: 'Para el personal que organiza. Quienes recibieron un enlace por correo no necesitan cuenta: ábranlo desde allí.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  again: 'Por seguridad, escríbala de nuevo.',
  passkey: 'Entrar con llave de acceso',
  passkeyCancelled: 'No se usó ninguna llave. Puede intentarlo otra vez o entrar con su contraseña.',
  passkeyFailed: 'No se pudo usar la llave. Inténtelo otra vez o entre con su contraseña.',
  next: 'Continuar',
  codeTitle: 'Segundo paso',
  codeWho: 'La contraseña es correcta. Falta el código que muestra su aplicación de autenticación.',
  code: 'Código',
  codeHint: 'Seis dígitos. Sin el teléfono, escriba uno de sus códigos de recuperación.',
  passkeyOnly: 'La contraseña es correcta. Falta su llave de acceso, o uno de sus códigos de recuperación.',
  startOver: 'Empezar de nuevo',
  setupTitle: 'Proteja su cuenta',
  setupWho:
    'Aquí hace falta un segundo factor. Escanee el dibujo con una aplicación de autenticación del teléfono y escriba el código que muestre.',
  setupQr: 'Código QR para la aplicación de autenticación',
  setupByHand: 'Si no puede escanearlo, escriba esta clave en la aplicación:',
  setupOpen: 'Abrir la aplicación en este dispositivo',
  setupDo: 'Activar y entrar',
  codesTitle: 'Guarde sus códigos de recuperación',
  codesWho:
    'Cada uno abre el segundo paso una sola vez, si algún día no tiene el teléfono. Imprímalos o cópielos: no se volverán a mostrar.',
  codesDone: 'Ya los guardé: ir al panel',
  proofTitle: 'Confirme que es usted',
  proofWho: 'Lo que pidió toca datos de otras personas. Escriba su código o su contraseña; vale por cinco minutos.',
  proofCode: 'Código de la aplicación o de recuperación',
  proofOr: 'Basta con uno de los dos.',
  proofDo: 'Confirmar',
};

export type SignInWords = typeof es;

const en: SignInWords = {
  title: 'Sign in',
  who: 'For the staff who organise. Whoever got a link by mail needs no account: open it from there.',
  email: 'E-mail',
  password: 'Password',
  again: 'For safety, type it again.',
  passkey: 'Sign in with a passkey',
  passkeyCancelled: 'No passkey was used. You can try again or sign in with your password.',
  passkeyFailed: 'The passkey could not be used. Try again or sign in with your password.',
  next: 'Continue',
  codeTitle: 'Second step',
  codeWho: 'The password is right. What is missing is the code that your authenticator app shows.',
  code: 'Code',
  codeHint: 'Six digits. Without the phone, type one of your recovery codes.',
  passkeyOnly: 'The password is right. What is missing is your passkey, or one of your recovery codes.',
  startOver: 'Start over',
  setupTitle: 'Protect your account',
  setupWho:
    'A second factor is needed here. Scan the picture with an authenticator app on your phone and type the code that it shows.',
  setupQr: 'QR code for the authenticator app',
  setupByHand: 'If you cannot scan it, type this key into the app:',
  setupOpen: 'Open the app on this device',
  setupDo: 'Turn on and sign in',
  codesTitle: 'Keep your recovery codes',
  codesWho:
    'Each opens the second step once, should you be without your phone. Print or copy them: they will not be shown again.',
  codesDone: 'I have kept them: go to the panel',
  proofTitle: 'Confirm that it is you',
  proofWho:
    'What you asked for touches the data of others. Type your code or your password; it holds for five minutes.',
  proofCode: 'Code of the app, or a recovery code',
  proofOr: 'One of the two is enough.',
  proofDo: 'Confirm',
};

export const signInWords: Readonly<Record<Language, SignInWords>> = { es, en };
