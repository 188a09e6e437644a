import { declareWords } from '../../app/words.js';

export const organizerWords = declareWords('organizers', {
  es: {
    title: 'Quienes organizan',
    lead: 'Las instituciones del evento en su orden protocolar: así salen en la página, los correos y el papel.',
    add: 'Agregar institución',
    edit: 'Cambiar el papel',
    institution: 'Institución',
    institutionHint: 'Va al final del protocolo; después se sube o se baja.',
    role: 'Papel',
    change: 'Cambiar el papel',
    remove: 'Retirar',
    removed: 'Se retiró a {name}.',
    added: 'Se agregó a {name}.',
    changed: 'Se cambió el papel de {name}.',
    reordered: 'Se cambió el orden protocolar.',
    none: 'Nadie figura todavía como organizador',
    noneText:
      'Agregue primero a la institución que organiza, después a las coorganizadoras y aliadas. Sin ninguna, el evento no se puede publicar.',
    institutionMissing: 'Elija la institución.',
    roleMissing: 'Elija el papel.',
  },
  en: {
    title: 'Who organises',
    lead: "The event's institutions in their order of protocol: so they stand on the page, in mails and on paper.",
    add: 'Add an institution',
    edit: 'Change the role',
    institution: 'Institution',
    institutionHint: 'It goes last in protocol; then it can be moved up or down.',
    role: 'Role',
    change: 'Change the role',
    remove: 'Remove',
    removed: '{name} was removed.',
    added: '{name} was added.',
    changed: 'The role of {name} was changed.',
    reordered: 'The order of protocol was changed.',
    none: 'Nobody is named as organiser yet',
    noneText:
      'Add the institution that organises first, then co-organisers and allies. Without any, the event cannot be published.',
    institutionMissing: 'Choose the institution.',
    roleMissing: 'Choose the role.',
  },
});
