import { declareRefusals, isLine, type Refusal } from '#kernel';

const nameLimit = 150;

export const organizationRefusals = declareRefusals({
  ORGANIZATION_NEEDED: {
    es: 'Usted trabaja en varias organizaciones. Elija a cuál pertenece.',
    en: 'You work for several organisations. Choose the one to which it belongs.',
  },
  ORGANIZATION_NAME_WRONG: {
    es: 'Escriba el nombre de la organización en una línea, con {limit} letras como máximo.',
    en: 'Write the name of the organisation on one line, with {limit} letters at most.',
  },
  ORGANIZATION_NAME_TAKEN: {
    es: 'Ya hay una organización con ese nombre. Use esa, o escriba otro nombre.',
    en: 'There is an organisation of that name already. Use that one, or write another name.',
  },
});

/** What is wrong with a tidied name; null when nothing is. */
export function organizationFault(name: string): Refusal | null {
  if (isLine(name, nameLimit)) return null;
  return organizationRefusals.ORGANIZATION_NAME_WRONG({ limit: nameLimit }, 'name');
}
