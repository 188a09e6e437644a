import { declareTerms, type Words } from '#kernel';

/** What consent is asked for. Organising an event is a public task and needs none; what goes beyond it does. */
export const consentPurposes = ['registration', 'publication', 'photos'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** By which page a consent was given or withdrawn; `focal_point`: by whoever registered the person and declared to have told them. */
export type ConsentPage = 'focal_point' | 'my_data' | 'product';

export const consentPurposeTerms = declareTerms('ConsentPurpose', {
  registration: { es: 'Contacto para la inscripción', en: 'Contact for the registration' },
  publication: { es: 'Publicar mi nombre', en: 'Publish my name' },
  photos: { es: 'Publicar fotos en que aparezco', en: 'Publish photos that show me' },
} satisfies Record<ConsentPurpose, Words>);

/** Every version that anybody ever agreed to; the last is the one that is asked for. A version is never edited: a new one is added. */
const texts: Readonly<Record<ConsentPurpose, readonly Words[]>> = {
  registration: [
    {
      es: 'La organización del evento usa mis nombres, cargo y contacto para mi inscripción, mis confirmaciones y mis recordatorios, y para nada más.',
      en: 'The organisers use my names, position and contact for my registration, confirmations and reminders, and for nothing else.',
    },
  ],
  publication: [
    {
      es: 'Mi nombre y mi cargo pueden aparecer en las listas públicas de participantes del evento.',
      en: "My name and position may stand in the event's public lists of participants.",
    },
  ],
  photos: [
    {
      es: 'La organización puede publicar fotos y videos del evento en que se me reconoce.',
      en: 'The organisers may publish photos and videos of the event in which I can be recognised.',
    },
  ],
};

export interface ConsentText {
  readonly version: number;
  readonly words: Words;
}

/** What is asked for today. */
export function currentText(purpose: ConsentPurpose): ConsentText {
  const versions = texts[purpose];
  return { version: versions.length, words: versions[versions.length - 1] };
}

/** What somebody agreed to then. */
export function textOfVersion(purpose: ConsentPurpose, version: number): Words {
  const words = texts[purpose][version - 1];
  if (!words) throw new Error(`No version ${version} of the consent ${purpose}`);
  return words;
}

export function isConsentPurpose(text: unknown): text is ConsentPurpose {
  return consentPurposes.some((purpose) => purpose === text);
}
