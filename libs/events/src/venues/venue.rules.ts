import { declareRefusals, type Refusal } from '#kernel';

const largestRoom = 100_000;

export const venueRefusals = declareRefusals({
  VENUE_NAME_TAKEN: {
    es: 'El evento ya tiene un local llamado «{name}». Elija otro nombre.',
    en: 'The event already has a venue called “{name}”. Choose another name.',
  },
  ROOM_NAME_TAKEN: {
    es: 'El evento ya tiene una sala llamada «{name}». Elija otro nombre.',
    en: 'The event already has a room called “{name}”. Choose another name.',
  },
  ROOM_CAPACITY_UNFIT: {
    es: 'El aforo debe ser un entero de 1 a {largest} personas.',
    en: 'The capacity must be a whole number from 1 to {largest} people.',
  },
});

export function refuseCapacity(capacity: number): Refusal | null {
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= largestRoom) return null;
  return venueRefusals.ROOM_CAPACITY_UNFIT({ largest: largestRoom }, 'capacity');
}
