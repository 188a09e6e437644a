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
  VENUE_ROOM_NAME_TAKEN: {
    es: 'Una sala de «{name}» se llama como otra que el evento tiene ahora. Cambie el nombre de esa otra y restaure de nuevo.',
    en: 'A room of “{name}” is called like another that the event has now. Rename that other one and restore again.',
  },
  VENUE_IS_ARCHIVED: {
    es: 'El local «{venue}» está archivado. Restáurelo: vuelve con sus salas.',
    en: 'The venue “{venue}” is archived. Restore it: it comes back with its rooms.',
  },
  ROOM_ORDER_UNFIT: {
    es: 'El orden debe nombrar cada sala en uso exactamente una vez. Recargue la lista y ordénela de nuevo.',
    en: 'The order must name every room in use exactly once. Reload the list and order it again.',
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
