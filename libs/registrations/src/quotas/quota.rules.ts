import { declareRefusals, type Refusal } from '#kernel';

export const quotaRefusals = declareRefusals({
  QUOTA_FULL: {
    es: 'El cupo de la delegación no alcanza: lugares ocupados, {taken} de {capacity}; lugares pedidos, {asked}. Retire a alguien, agregue a menos personas o póngalas en la lista de espera.',
    en: 'The quota of the delegation does not suffice: seats taken, {taken} of {capacity}; seats asked for, {asked}. Withdraw somebody, add fewer people or put them on the waiting list.',
  },
  EVENT_FULL: {
    es: 'El evento está completo: lugares ocupados, {taken} de {capacity}; lugares pedidos, {asked}. Póngalos en la lista de espera: se ofrece cada lugar que se libera.',
    en: 'The event is full: seats taken, {taken} of {capacity}; seats asked for, {asked}. Put them on the waiting list: each seat that becomes free is offered.',
  },
  EVENT_QUOTA_BELOW_TAKEN: {
    es: 'El evento ya tiene {taken} lugares ocupados y su cupo no puede ser menor. Retire primero a quien no asistirá.',
    en: 'The event already has {taken} seats taken and its quota cannot be smaller. First withdraw those who will not attend.',
  },
  EVENT_QUOTA_OUT_OF_RANGE: {
    es: 'El cupo del evento debe ser un número entero de 1 a {most}, o ninguno.',
    en: 'The quota of the event must be a whole number from 1 to {most}, or none.',
  },
});

export const largestEventQuota = 100_000;

export function badEventQuota(capacity: number | null): Refusal | null {
  const isRight = capacity === null || (Number.isInteger(capacity) && capacity >= 1 && capacity <= largestEventQuota);
  return isRight ? null : quotaRefusals.EVENT_QUOTA_OUT_OF_RANGE({ most: largestEventQuota }, 'capacity');
}
