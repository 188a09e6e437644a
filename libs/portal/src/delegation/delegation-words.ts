export const delegationWords = {
  es: {
    over: 'Delegación',
    seatsOf: (taken: number, quota: number) =>
      `${taken} de ${quota} ${quota === 1 ? 'lugar ocupado' : 'lugares ocupados'}`,
    free: (free: number) =>
      free === 0
        ? 'No queda ningún lugar libre.'
        : free === 1
          ? 'Queda 1 lugar libre.'
          : `Quedan ${free} lugares libres.`,
    waiting: (count: number) =>
      count === 1 ? '1 persona en lista de espera.' : `${count} personas en lista de espera.`,
    focalPoint: 'Punto focal',
    people: 'Personas inscritas',
    nobody: 'Todavía no hay nadie inscrito. Empiece por la primera persona, aquí abajo.',
    change: 'Cambiar o retirar',
    changeOf: (name: string) => `Cambiar o retirar a ${name}`,
    keptUntil: (until: string) => `El lugar se guarda hasta ${until}.`,
    acceptSeat: 'Aceptar el lugar',
    acceptSeatOf: (name: string) => `Aceptar el lugar para ${name}`,
    send: 'Enviar la delegación',
    sendHint:
      'Al enviarla, todas las personas quedan confirmadas y quienes tienen correo reciben su confirmación con el calendario. Después todavía podrá corregir, agregar y retirar.',
    sendHintReview:
      'Al enviarla, la organización revisa a cada persona y le responde. Después todavía podrá corregir, agregar y retirar.',
    sentAt: (when: string) => `Delegación enviada el ${when}. Lo que cambie desde ahora vale al momento.`,
    add: 'Agregar personas',
    addHint:
      'Llene las que necesite; las filas vacías no cuentan. Se agregan todas o ninguna. Dos personas pueden compartir un correo.',
    wait: 'Lista de espera',
    waitHint:
      'El cupo está completo. Retire a alguien para liberar un lugar, o anote aquí a quien espera: cuando se libere un lugar, se lo ofrecemos por orden de llegada.',
    person: (row: number) => `Persona ${row}`,
    givenNames: 'Nombres',
    familyNames: 'Apellidos',
    positionTitle: 'Cargo',
    email: 'Correo',
    phone: 'Teléfono',
    documentType: 'Documento',
    documentNumber: 'Número de documento',
    noDocument: 'Ninguno',
    told: 'Estas personas saben que las inscribo y que:',
    addButton: 'Agregar a la delegación',
    waitButton: 'Poner en lista de espera',
    done: {
      agregado: 'Listo: las personas quedaron inscritas.',
      espera: 'Listo: están en la lista de espera.',
      retirado: 'Listo: la persona fue retirada.',
      corregido: 'Listo: los datos quedaron corregidos.',
      enviado: 'Delegación enviada. Gracias: la organización ya la tiene.',
      aceptado: 'Listo: el lugar es suyo y la persona está confirmada.',
    },
    back: 'Volver a la delegación',
    correct: 'Corregir datos',
    save: 'Guardar',
    withdraw: 'Retirar de la delegación',
    withdrawHint: (name: string) =>
      `Se libera el lugar de ${name}. Si ya tenía confirmación, recibe una anulación por correo.`,
    withdrawButton: (name: string) => `Retirar a ${name}`,
    meetings: 'Reuniones bilaterales',
    meetingsHint: 'Pida reuniones a otras instituciones del evento y responda las que le pidan.',
    meetingsButton: 'Ir a mis reuniones',
    notOurs: 'Los nombres y el contacto los lleva la organización; aquí puede cambiar el cargo.',
    errorTitle: 'Error: ',
  },
  en: {
    over: 'Delegation',
    seatsOf: (taken: number, quota: number) => `${taken} of ${quota} ${quota === 1 ? 'seat' : 'seats'} taken`,
    free: (free: number) =>
      free === 0 ? 'No seat is left.' : free === 1 ? '1 seat is left.' : `${free} seats are left.`,
    waiting: (count: number) =>
      count === 1 ? '1 person on the waiting list.' : `${count} people on the waiting list.`,
    focalPoint: 'Focal point',
    people: 'Registered people',
    nobody: 'Nobody is registered yet. Start with the first person, below.',
    change: 'Change or withdraw',
    changeOf: (name: string) => `Change or withdraw ${name}`,
    keptUntil: (until: string) => `The seat is kept until ${until}.`,
    acceptSeat: 'Accept the seat',
    acceptSeatOf: (name: string) => `Accept the seat for ${name}`,
    send: 'Send the delegation',
    sendHint:
      'When you send it, everybody is confirmed, and those with an e-mail get their confirmation with the calendar. You can still correct, add and withdraw afterwards.',
    sendHintReview:
      'When you send it, the organisers review each person and answer. You can still correct, add and withdraw afterwards.',
    sentAt: (when: string) => `Delegation sent on ${when}. Whatever you change from now on counts at once.`,
    add: 'Add people',
    addHint:
      'Fill in as many as you need; empty rows do not count. All are added, or none. Two people may share an e-mail.',
    wait: 'Waiting list',
    waitHint:
      'The quota is full. Withdraw somebody to free a seat, or write down who waits: when a seat becomes free, it is offered in order of arrival.',
    person: (row: number) => `Person ${row}`,
    givenNames: 'Given names',
    familyNames: 'Family names',
    positionTitle: 'Position',
    email: 'E-mail',
    phone: 'Phone',
    documentType: 'Document',
    documentNumber: 'Document number',
    noDocument: 'None',
    told: 'These people know that I register them and that:',
    addButton: 'Add to the delegation',
    waitButton: 'Put on the waiting list',
    done: {
      agregado: 'Done: the people are registered.',
      espera: 'Done: they are on the waiting list.',
      retirado: 'Done: the person was withdrawn.',
      corregido: 'Done: the data were corrected.',
      enviado: 'Delegation sent. Thank you: the organisers have it.',
      aceptado: 'Done: the seat is yours and the person is confirmed.',
    },
    back: 'Back to the delegation',
    correct: 'Correct the data',
    save: 'Save',
    withdraw: 'Withdraw from the delegation',
    withdrawHint: (name: string) =>
      `The seat of ${name} becomes free. Whoever was confirmed gets a cancellation by mail.`,
    withdrawButton: (name: string) => `Withdraw ${name}`,
    meetings: 'Bilateral meetings',
    meetingsHint: 'Ask other institutions of the event for meetings, and answer those that ask you.',
    meetingsButton: 'Go to my meetings',
    notOurs: 'The organisers keep the names and contacts; here you can change the position.',
    errorTitle: 'Error: ',
  },
} as const;

export type DoneWord = keyof (typeof delegationWords)['es']['done'];

export function isDoneWord(text: string | undefined): text is DoneWord {
  return text !== undefined && Object.hasOwn(delegationWords.es.done, text);
}
