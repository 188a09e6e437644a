export const dataWords = {
  es: {
    title: 'Mis datos',
    intro: 'Esto es todo lo que guardamos sobre usted. Si algo está mal o no quiere que lo usemos, pídalo aquí abajo.',
    copy: 'Descargar una copia',
    copyHint: 'Un archivo JSON con todo lo que se ve en esta página.',
    consents: 'Lo que usted permite',
    consentsHint: 'Organizar el evento no necesita su permiso; esto sí. Puede darlo y retirarlo cuando quiera.',
    version: (version: number, day: string) => `Lo permitió el ${day} (texto ${version}).`,
    allow: 'Permitir',
    allowThat: (what: string) => `Permitir: ${what}`,
    withdraw: 'Retirar',
    withdrawThat: (what: string) => `Retirar: ${what}`,
    requests: 'Sus derechos',
    requestsHint:
      'Puede pedir que le informemos, que corrijamos algo, que dejemos de usar sus datos para algo, o que los borremos. Le respondemos por correo dentro del plazo de ley.',
    right: '¿Qué pide?',
    choose: 'Elija…',
    kinds: {
      access: 'Que me informen (acceso)',
      rectification: 'Que corrijan algo (rectificación)',
      opposition: 'Que no usen mis datos para algo (oposición)',
      cancellation: 'Que borren mis datos (cancelación)',
    },
    words: 'Díganos qué, en sus palabras',
    send: 'Enviar la solicitud',
    dueBy: (day: string) => `respuesta a más tardar el ${day}`,
    kept: 'Lo que guardamos',
    yes: 'sí',
    no: 'no',
    back: 'Volver a Mi Tinkuy',
    done: {
      permitido: 'Listo: quedó permitido.',
      retirado: 'Listo: quedó retirado.',
      pedido: 'Listo: recibimos su solicitud y le responderemos por correo.',
    },
  },
  en: {
    title: 'My data',
    intro:
      'This is all that we keep about you. If something is wrong or you do not want us to use it, ask for it below.',
    copy: 'Download a copy',
    copyHint: 'A JSON file with everything that this page shows.',
    consents: 'What you allow',
    consentsHint: 'Organising the event needs no permission; this does. You can give and withdraw it at any time.',
    version: (version: number, day: string) => `You allowed it on ${day} (text ${version}).`,
    allow: 'Allow',
    allowThat: (what: string) => `Allow: ${what}`,
    withdraw: 'Withdraw',
    withdrawThat: (what: string) => `Withdraw: ${what}`,
    requests: 'Your rights',
    requestsHint:
      'You can ask to be told, to have something corrected, that we stop using your data for something, or that we erase them. We answer by mail within the time that the law sets.',
    right: 'What do you ask for?',
    choose: 'Choose…',
    kinds: {
      access: 'To be told (access)',
      rectification: 'To have something corrected (rectification)',
      opposition: 'That my data are not used for something (opposition)',
      cancellation: 'That my data are erased (cancellation)',
    },
    words: 'Tell us what, in your own words',
    send: 'Send the request',
    dueBy: (day: string) => `to be answered by ${day}`,
    kept: 'What we keep',
    yes: 'yes',
    no: 'no',
    back: 'Back to My Tinkuy',
    done: {
      permitido: 'Done: it is allowed.',
      retirado: 'Done: it is withdrawn.',
      pedido: 'Done: we have your request and will answer by mail.',
    },
  },
} as const;

export type DataDoneWord = keyof (typeof dataWords)['es']['done'];

export function isDataDoneWord(text: string | undefined): text is DataDoneWord {
  return text !== undefined && Object.hasOwn(dataWords.es.done, text);
}
