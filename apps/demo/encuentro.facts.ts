import type { InstitutionKind } from '#institutions';

/**
 * What the information note of the ITP of 17 June 2025 says about the II Encuentro Nacional de Mancomunidades Municipales del Perú.
 * Everything else in the demonstration is synthetic, and labelled so.
 */
export const encuentro = {
  seriesName: 'Encuentro Nacional de Mancomunidades Municipales del Perú',
  editionNumber: 2,
  slug: 'ii-encuentro-mancomunidades',
  zone: 'America/Lima',
  startsOn: '2025-06-20',
  endsOn: '2025-06-21',
  city: 'Cusco',
  venue: 'Paraninfo Universitario de Cusco',
} as const;

export const themes = [
  { name: 'Institucionalidad', colour: 'teal' },
  { name: 'Provisión de servicios', colour: 'cochineal' },
  { name: 'Gestión económica', colour: 'green' },
  { name: 'Innovación', colour: 'adobe' },
  { name: 'Gobernanza compartida', colour: 'night' },
] as const;

export interface NamedInstitution {
  readonly key: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: InstitutionKind;
  /** The institution that it is attached to, or whose network it belongs to, as the note says. */
  readonly attachedTo?: string;
  readonly networkOf?: string;
}

/** In the order of the note. Abbreviations that it leaves open stay as they are written there. */
export const namedInstitutions: readonly NamedInstitution[] = [
  {
    key: 'anammpe',
    name: 'Asociación Nacional de Mancomunidades Municipales del Perú',
    shortName: 'ANAMMPE',
    kind: 'association',
  },
  { key: 'produce', name: 'Ministerio de la Producción', shortName: 'Produce', kind: 'ministry' },
  {
    key: 'itp',
    name: 'Instituto Tecnológico de la Producción',
    shortName: 'ITP',
    kind: 'agency',
    attachedTo: 'produce',
  },
  { key: 'citetextil', name: 'CITEtextil Camélidos Cusco', kind: 'cite', networkOf: 'itp' },
  { key: 'proinnovate', name: 'Proinnóvate', kind: 'agency', attachedTo: 'produce' },
  { key: 'diversificacion', name: 'Dirección de Diversificación Productiva', kind: 'agency', attachedTo: 'produce' },
  {
    key: 'concytec',
    name: 'Consejo Nacional de Ciencia, Tecnología e Innovación',
    shortName: 'Concytec',
    kind: 'agency',
  },
  { key: 'pucp', name: 'Pontificia Universidad Católica del Perú', shortName: 'PUCP', kind: 'university' },
  {
    key: 'unsaac',
    name: 'Universidad Nacional de San Antonio Abad del Cusco',
    shortName: 'Unsaac',
    kind: 'university',
  },
  { key: 'uac', name: 'Universidad Andina del Cusco', shortName: 'UAC', kind: 'university' },
  { key: 'bellas-artes', name: 'Escuela de Bellas Artes «Diego Quispe Tito» del Cusco', kind: 'university' },
  { key: 'gore-cusco', name: 'Gobierno Regional del Cusco', kind: 'regional_government' },
  { key: 'muni-cusco', name: 'Municipalidad del Cusco', kind: 'municipality' },
  { key: 'arpe', name: 'ARPE', kind: 'association' },
  { key: 'gercetur', name: 'Gercetur', kind: 'agency' },
  { key: 'emufec', name: 'Emufec', kind: 'agency' },
];

/** The note counts 18 regions and more than 50 mancomunidades without naming them: which regions these are is our choice. */
export const demonstrationRegions = [
  { name: 'Amazonas', code: '01' },
  { name: 'Áncash', code: '02' },
  { name: 'Apurímac', code: '03' },
  { name: 'Arequipa', code: '04' },
  { name: 'Ayacucho', code: '05' },
  { name: 'Cajamarca', code: '06' },
  { name: 'Cusco', code: '08' },
  { name: 'Huancavelica', code: '09' },
  { name: 'Huánuco', code: '10' },
  { name: 'Junín', code: '12' },
  { name: 'La Libertad', code: '13' },
  { name: 'Lambayeque', code: '14' },
  { name: 'Lima', code: '15' },
  { name: 'Loreto', code: '16' },
  { name: 'Pasco', code: '19' },
  { name: 'Piura', code: '20' },
  { name: 'Puno', code: '21' },
  { name: 'San Martín', code: '22' },
] as const;

export const mancomunidadesPerRegion = 3;
