import type { SessionKind, SpeakerRole } from '#agenda';

/**
 * The note names the formats (talks, technical panels, articulation tables, networking) and the five themes over two days; hours, rooms
 * other than the Paraninfo and titles are synthetic.
 */
export const rooms = [
  { key: 'paraninfo', name: 'Paraninfo', capacity: 180 },
  { key: 'sala-1', name: 'Sala 1 (demo)', capacity: 60 },
  { key: 'sala-2', name: 'Sala 2 (demo)', capacity: 60 },
  { key: 'sala-3', name: 'Sala 3 (demo)', capacity: 40 },
  { key: 'patio', name: 'Patio (demo)', capacity: 150 },
  { key: 'reuniones', name: 'Salón de reuniones bilaterales (demo)', capacity: 40 },
] as const;

export type RoomKey = (typeof rooms)[number]['key'];

export interface SessionSketch {
  readonly day: 0 | 1;
  readonly from: string;
  readonly to: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly room: RoomKey | null;
  /** Index of the theme; null for what belongs to none. */
  readonly theme: number | null;
  /** Keys of named institutions whose (synthetic) people speak, with their role. */
  readonly speakers?: readonly { readonly institution: string; readonly role: SpeakerRole }[];
}

const parallelRooms: readonly RoomKey[] = ['paraninfo', 'sala-1', 'sala-2', 'sala-3', 'patio'];

/** One session of the kind per theme, side by side. */
function perTheme(
  day: 0 | 1,
  from: string,
  to: string,
  kind: SessionKind,
  titles: readonly string[],
  hosts: readonly string[],
): SessionSketch[] {
  const role = kind === 'panel' ? 'panelista' : kind === 'articulation_table' ? 'relator' : 'ponente';
  return titles.map((title, theme) => ({
    day,
    from,
    to,
    kind,
    title,
    room: parallelRooms[theme],
    theme,
    speakers: [{ institution: hosts[theme], role }],
  }));
}

export const sessions: readonly SessionSketch[] = [
  {
    day: 0,
    from: '08:30',
    to: '09:00',
    kind: 'ceremony',
    title: 'Inauguración del II Encuentro',
    room: 'paraninfo',
    theme: null,
    speakers: [{ institution: 'anammpe', role: 'moderador' }],
  },
  {
    day: 0,
    from: '09:00',
    to: '09:45',
    kind: 'plenary',
    title: 'Las mancomunidades como motores de innovación, inclusión y desarrollo sostenible',
    room: 'paraninfo',
    theme: 0,
    speakers: [
      { institution: 'anammpe', role: 'ponente' },
      { institution: 'produce', role: 'ponente' },
    ],
  },
  {
    day: 0,
    from: '09:45',
    to: '10:15',
    kind: 'talk',
    title: 'Identidad y tecnología: la fibra de camélidos en la economía local',
    room: 'paraninfo',
    theme: 3,
    speakers: [{ institution: 'citetextil', role: 'ponente' }],
  },
  { day: 0, from: '10:15', to: '10:45', kind: 'break', title: 'Pausa', room: null, theme: null },
  ...perTheme(
    0,
    '10:45',
    '12:00',
    'panel',
    [
      'Qué sostiene a una mancomunidad cuando cambian los alcaldes',
      'Agua y residuos: servicios que un distrito solo no puede dar',
      'Presupuesto compartido: del convenio a la ejecución',
      'Tecnologías adaptadas al territorio: qué funcionó',
      'Decidir entre muchos: asambleas, actas y acuerdos',
    ],
    ['pucp', 'gore-cusco', 'proinnovate', 'concytec', 'unsaac'],
  ),
  {
    day: 0,
    from: '12:00',
    to: '12:45',
    kind: 'talk',
    title: 'Fondos concursables para la innovación: cómo postular en conjunto',
    room: 'paraninfo',
    theme: 2,
    speakers: [{ institution: 'proinnovate', role: 'ponente' }],
  },
  { day: 0, from: '12:45', to: '14:30', kind: 'break', title: 'Almuerzo', room: null, theme: null },
  ...perTheme(
    0,
    '14:30',
    '16:30',
    'articulation_table',
    [
      'Mesa: estatutos y registro',
      'Mesa: servicios de saneamiento y caminos',
      'Mesa: cadenas productivas y compras',
      'Mesa: centros de innovación y municipios',
      'Mesa: planificación concertada',
    ],
    ['muni-cusco', 'gore-cusco', 'diversificacion', 'itp', 'uac'],
  ),
  { day: 0, from: '16:30', to: '17:00', kind: 'break', title: 'Pausa', room: null, theme: null },
  {
    day: 0,
    from: '17:00',
    to: '17:45',
    kind: 'talk',
    title: 'Turismo y artesanía: rutas que cruzan varios distritos',
    room: 'paraninfo',
    theme: 2,
    speakers: [
      { institution: 'gercetur', role: 'ponente' },
      { institution: 'emufec', role: 'moderador' },
    ],
  },
  {
    day: 0,
    from: '17:00',
    to: '17:45',
    kind: 'workshop',
    title: 'Taller: un perfil de proyecto en 45 minutos',
    room: 'sala-1',
    theme: 3,
    speakers: [{ institution: 'unsaac', role: 'ponente' }],
  },
  {
    day: 0,
    from: '18:00',
    to: '19:30',
    kind: 'networking',
    title: 'Encuentro de delegaciones',
    room: 'patio',
    theme: null,
  },
  {
    day: 1,
    from: '08:30',
    to: '09:15',
    kind: 'plenary',
    title: 'Planificación estratégica con mirada territorial',
    room: 'paraninfo',
    theme: 0,
    speakers: [
      { institution: 'pucp', role: 'ponente' },
      { institution: 'anammpe', role: 'moderador' },
    ],
  },
  ...perTheme(
    1,
    '09:15',
    '10:15',
    'talk',
    [
      'El expediente completo: inscribir y modificar una mancomunidad',
      'Maquinaria compartida: turnos, costos y mantenimiento',
      'Ferias y compras conjuntas: tres experiencias',
      'Saberes ancestrales y tecnologías modernas en el textil',
      'Transparencia: publicar lo que se acuerda',
    ],
    ['uac', 'muni-cusco', 'emufec', 'bellas-artes', 'arpe'],
  ),
  { day: 1, from: '10:15', to: '10:45', kind: 'break', title: 'Pausa', room: null, theme: null },
  ...perTheme(
    1,
    '10:45',
    '12:15',
    'panel',
    [
      'Rutas de articulación con los gobiernos regionales',
      'Servicios digitales para distritos pequeños',
      'Gestión eficiente de recursos: indicadores comunes',
      'Universidades y centros tecnológicos junto al territorio',
      'Igualdad e inclusión en los órganos de gobierno',
    ],
    ['gore-cusco', 'concytec', 'diversificacion', 'itp', 'pucp'],
  ),
  { day: 1, from: '12:15', to: '14:00', kind: 'break', title: 'Almuerzo', room: null, theme: null },
  ...perTheme(
    1,
    '14:00',
    '15:30',
    'articulation_table',
    [
      'Mesa: acuerdos de institucionalidad',
      'Mesa: cartera de servicios compartidos',
      'Mesa: agenda económica común',
      'Mesa: hoja de ruta de innovación',
      'Mesa: compromisos de gobernanza',
    ],
    ['arpe', 'uac', 'proinnovate', 'concytec', 'unsaac'],
  ),
  {
    day: 1,
    from: '15:45',
    to: '16:45',
    kind: 'plenary',
    title: 'Hoja de ruta nacional: lectura y firma',
    room: 'paraninfo',
    theme: 4,
    speakers: [{ institution: 'anammpe', role: 'ponente' }],
  },
  {
    day: 1,
    from: '16:45',
    to: '17:15',
    kind: 'ceremony',
    title: 'Clausura',
    room: 'paraninfo',
    theme: null,
    speakers: [{ institution: 'muni-cusco', role: 'ponente' }],
  },
];
