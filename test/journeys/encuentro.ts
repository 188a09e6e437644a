import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Product } from '#support';
import { Organiser } from './organiser.js';

interface Row {
  readonly id: string;
}

/** An institution with the person who speaks for it. */
export interface Side {
  readonly institutionId: string;
  readonly name: string;
  readonly personId: string;
  readonly email: string;
}

export interface Encuentro {
  readonly organiser: Organiser;
  readonly eventId: string;
  readonly slug: string;
  readonly citetextil: Side;
  readonly mancomunidades: readonly Side[];
}

const distRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The first administrator comes from the command line and chooses a password by its link, as on a real installation. */
export async function firstAdministrator({ databaseUrl, url }: Product): Promise<Organiser> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET: 'a secret that only the tests know, 32+',
    TINKUY_MODE: 'test',
  };
  const command = path.join(distRoot, 'apps/administrator/create.js');
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'organiza@demo.example', 'Organización'], {
    env,
  });
  const link = /\/cuenta\/\S+/.exec(stdout)?.[0];
  if (!link) throw new Error(`No link in: ${stdout}`);
  const password = 'una frase larga de prueba';
  const chosen = await fetch(`${url}${link}`, {
    method: 'POST',
    body: new URLSearchParams({ password }),
    redirect: 'manual',
    headers: { origin: url },
  });
  if (chosen.status !== 303) throw new Error(`The password was refused: ${await chosen.text()}`);
  return Organiser.signIn(url, 'organiza@demo.example', password);
}

async function side(organiser: Organiser, name: string, kind: string, n: number): Promise<Side> {
  const institution = await organiser.does<Row>(
    'createInstitution',
    { input: ['InstitutionInput!', { name, kind, country: 'PE' }] },
    'Institution',
    'id',
  );
  const email = `persona${n}@demo.example`;
  const person = { givenNames: 'Rosa', familyNames: `Quispe ${n} (demo)`, email };
  const { id: personId } = await organiser.does<Row>(
    'createPerson',
    { input: ['PersonInput!', person] },
    'Person',
    'id',
  );
  const position = { personId, institutionId: institution.id, title: 'Representante', startsOn: '2025-01-01' };
  await organiser.does<Row>('createPosition', { input: ['PositionInput!', position] }, 'Position', 'id');
  return { institutionId: institution.id, name, personId, email };
}

/** An organiser sets up the II Encuentro from nothing and publishes it. */
export async function setUpEncuentro(product: Product, mancomunidades: number): Promise<Encuentro> {
  const organiser = await firstAdministrator(product);
  const anammpe = await side(
    organiser,
    'Asociación Nacional de Mancomunidades Municipales del Perú',
    'association',
    900,
  );
  const citetextil = await side(organiser, 'CITEtextil Camélidos Cusco', 'cite', 901);
  const others: Side[] = [];
  for (let n = 0; n < mancomunidades; n += 1)
    others.push(await side(organiser, `Mancomunidad ${n} (demo)`, 'mancomunidad', n));
  const { eventId, slug } = await createEvent(organiser, anammpe, citetextil);
  await weaveAgenda(organiser, eventId, citetextil);
  await organiser.does('publishEvent', { id: ['ID!', eventId] }, 'Event', 'id');
  await organiser.does('publishAgenda', { eventId: ['ID!', eventId] }, 'Agenda', 'number');
  return { organiser, eventId, slug, citetextil, mancomunidades: others };
}

async function createEvent(
  organiser: Organiser,
  anammpe: Side,
  citetextil: Side,
): Promise<{ eventId: string; slug: string }> {
  const series = { name: 'Encuentro Nacional de Mancomunidades Municipales del Perú', editionStyle: 'roman' };
  const { id: seriesId } = await organiser.does<Row>(
    'createEventSeries',
    { input: ['EventSeriesInput!', series] },
    'EventSeries',
    'id',
  );
  const slug = 'ii-encuentro';
  const event = {
    seriesId,
    editionNumber: 2,
    slug,
    zone: 'America/Lima',
    startsOn: '2025-06-20',
    endsOn: '2025-06-21',
    country: 'PE',
    city: 'Cusco',
  };
  const { id: eventId } = await organiser.does<Row>('createEvent', { input: ['EventInput!', event] }, 'Event', 'id');
  for (const [institutionId, role] of [
    [anammpe.institutionId, 'organiser'],
    [citetextil.institutionId, 'technical_ally'],
  ]) {
    await organiser.does(
      'addEventOrganizer',
      { input: ['EventOrganizerInput!', { eventId, institutionId, role }] },
      'EventOrganizers',
      '__typename',
    );
  }
  return { eventId, slug };
}

async function weaveAgenda(organiser: Organiser, eventId: string, citetextil: Side): Promise<void> {
  const venue = { eventId, name: 'Paraninfo Universitario de Cusco', address: 'Cusco' };
  const { id: venueId } = await organiser.does<Row>('addVenue', { input: ['VenueInput!', venue] }, 'Venue', 'id');
  const { id: roomId } = await organiser.does<Row>(
    'addRoom',
    { input: ['RoomInput!', { venueId, name: 'Paraninfo', capacity: 180 }] },
    'Room',
    'id',
  );
  const block = { eventId, name: 'Innovación', colour: 'adobe' };
  const { id: blockId } = await organiser.does<Row>(
    'addThematicBlock',
    { input: ['ThematicBlockInput!', block] },
    'ThematicBlock',
    'id',
  );
  const talk = {
    eventId,
    kind: 'talk',
    title: 'Identidad y tecnología',
    startsAt: '2025-06-20T09:45',
    endsAt: '2025-06-20T10:15',
    roomId,
    blockId,
  };
  const { id: sessionId } = await organiser.does<Row>(
    'createSession',
    { input: ['SessionInput!', talk] },
    'Session',
    'id',
  );
  const speaker = { sessionId, personId: citetextil.personId, role: 'ponente' };
  await organiser.does('addSpeaker', { input: ['SpeakerInput!', speaker] }, 'Speaker', 'id');
}

/** Makes an institution take part in the event's bilateral meetings; it keeps the party that it has. */
export function joinMeetings(organiser: Organiser, eventId: string, side: Side): Promise<{ id: string; name: string }> {
  return organiser.does(
    'joinMeetings',
    { eventId: ['ID!', eventId], institutionId: ['ID!', side.institutionId], contactPersonId: ['ID!', side.personId] },
    'MeetingParty',
    'id name',
  );
}
