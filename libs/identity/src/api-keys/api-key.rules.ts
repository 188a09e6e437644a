import { declareRefusals, isLine, type Refusal } from '#kernel';

export const apiKeyRefusals = declareRefusals({
  API_KEY_NAME_WRONG: {
    es: 'Escriba para qué es la clave: una línea de hasta {limit} letras.',
    en: 'Write what the key is for: one line of up to {limit} letters.',
  },
  API_KEY_DAYS_WRONG: {
    es: 'Una clave vale de 1 a {most} días. Elija cuántos.',
    en: 'A key holds from 1 to {most} days. Choose how many.',
  },
  API_KEY_EVENT_UNKNOWN: {
    es: 'Ese evento no es de esta organización. Elija uno de los suyos, o ninguno.',
    en: 'That event is not of this organisation. Choose one of its own, or none.',
  },
});

const limit = 80;
const most = 366;

export function apiKeyFault({ name, days }: { readonly name: string; readonly days: number }): Refusal | null {
  if (!isLine(name, limit)) return apiKeyRefusals.API_KEY_NAME_WRONG({ limit }, 'name');
  const isFit = Number.isInteger(days) && days >= 1 && days <= most;
  return isFit ? null : apiKeyRefusals.API_KEY_DAYS_WRONG({ most }, 'days');
}
