/** Names that are common in the Andes, combined by a counter: nobody in particular. Every shown name ends in the label. */
const givenNames = [
  'Rosa',
  'Juan',
  'Nilda',
  'Wilber',
  'Sonia',
  'Efraín',
  'Marleny',
  'Percy',
  'Yolanda',
  'Rubén',
  'Flor',
  'Abel',
  'Edith',
];
const fatherNames = [
  'Quispe',
  'Mamani',
  'Huamán',
  'Condori',
  'Ccori',
  'Flores',
  'Ticona',
  'Rojas',
  'Apaza',
  'Puma',
  'Sánchez',
];
const motherNames = ['Ñahui', 'Cárdenas', 'Choque', 'Vargas', 'Ccahua', 'Yupanqui', 'Salas'];

export const demonstrationLabel = '(demo)';

export interface SyntheticPerson {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly email: string;
}

/** The n-th synthetic person; the lists' lengths share no divisor, so the first thousand differ. */
export function syntheticPerson(n: number): SyntheticPerson {
  const given = givenNames[n % givenNames.length];
  const father = fatherNames[n % fatherNames.length];
  const mother = motherNames[n % motherNames.length];
  return {
    givenNames: given,
    familyNames: `${father} ${mother} ${demonstrationLabel}`,
    // .example never leaves for anybody's mailbox (RFC 2606).
    email: `persona${String(n).padStart(3, '0')}@demo.example`,
  };
}
