import type { Words } from '#kernel';

/** What is kept about a person in one place, and the question that answers it: `$1` is the person. */
export interface OwnTable {
  readonly table: string;
  readonly title: Words;
  readonly question: string;
}

/**
 * Everything that is kept about a person. A test compares it with the database: a table whose rows belong to persons and that is not here
 * makes it fail.
 */
export const ownTables: readonly OwnTable[] = [
  {
    table: 'person',
    title: { es: 'Quién es usted', en: 'Who you are' },
    question: `SELECT given_names, family_names, email, phone, document_type, document_number, language, created_at
      FROM person WHERE id = $1`,
  },
  {
    table: 'position',
    title: { es: 'Cargos', en: 'Positions' },
    question: `SELECT title, institution.name AS institution, starts_on::text, ends_on::text
      FROM position JOIN institution ON institution.id = institution_id WHERE person_id = $1 ORDER BY starts_on`,
  },
  {
    table: 'invitation',
    title: { es: 'Invitaciones', en: 'Invitations' },
    question: `SELECT event.name AS event, kind, topic, invitation.state, invitation.created_at, answered_at
      FROM invitation JOIN event ON event.id = event_id WHERE person_id = $1 ORDER BY invitation.created_at`,
  },
  {
    table: 'delegation',
    title: { es: 'Delegaciones de las que es punto focal', en: 'Delegations whose focal point you are' },
    question: `SELECT event.name AS event, institution.name AS institution, delegation.state, quota, taken
      FROM delegation JOIN event ON event.id = event_id JOIN institution ON institution.id = institution_id
      WHERE focal_point_person_id = $1 ORDER BY delegation.created_at`,
  },
  {
    table: 'registration',
    title: { es: 'Inscripciones', en: 'Registrations' },
    question: `SELECT event.name AS event, position_title, registration.state, created_at, changed_at
      FROM registration JOIN event ON event.id = event_id WHERE person_id = $1 ORDER BY created_at`,
  },
  {
    table: 'speaker',
    title: { es: 'Sesiones en que interviene', en: 'Sessions in which you take part' },
    question: `SELECT event.name AS event, session.title, role, session.starts_at, session.ends_at
      FROM speaker JOIN session ON session.id = session_id JOIN event ON event.id = session.event_id
      WHERE person_id = $1 ORDER BY session.starts_at`,
  },
  {
    table: 'meeting_party',
    title: { es: 'Instituciones cuyas reuniones coordina', en: 'Institutions whose meetings you arrange' },
    question: `SELECT event.name AS event, meeting_party.name AS institution
      FROM meeting_party JOIN event ON event.id = event_id WHERE contact_person_id = $1`,
  },
  {
    table: 'message',
    title: { es: 'Correos que le enviamos', en: 'Mails that we sent you' },
    question: `SELECT to_address AS address, subject, state, queued_at, sent_at
      FROM message WHERE person_id = $1 ORDER BY queued_at`,
  },
  {
    table: 'signed_link',
    title: { es: 'Enlaces a su nombre', en: 'Links in your name' },
    question: `SELECT event.name AS event, purpose, issued_at, expires_at, last_opened_at, revoked_at
      FROM signed_link JOIN event ON event.id = event_id WHERE person_id = $1 ORDER BY issued_at`,
  },
  {
    table: 'consent',
    title: { es: 'Consentimientos', en: 'Consents' },
    question: `SELECT purpose, text_version, language, given_at, given_on, withdrawn_at, withdrawn_on
      FROM consent WHERE person_id = $1 ORDER BY given_at`,
  },
  {
    table: 'assistant_grant',
    title: { es: 'Personas que le asisten', en: 'People who assist you' },
    question: `SELECT name, address, granted_at, expires_at, revoked_at
      FROM assistant_grant WHERE person_id = $1 ORDER BY granted_at`,
  },
  {
    table: 'guest_proof',
    title: { es: 'Navegadores que usaron su enlace', en: 'Browsers that used your link' },
    question: 'SELECT proved_at, expires_at FROM guest_proof WHERE person_id = $1 ORDER BY proved_at',
  },
  {
    table: 'guest_session',
    title: { es: 'Navegadores en que entró', en: 'Browsers in which you signed in' },
    question: 'SELECT created_at, revoked_at FROM guest_session WHERE person_id = $1 ORDER BY created_at',
  },
  {
    table: 'guest_passkey',
    title: { es: 'Sus llaves de acceso', en: 'Your passkeys' },
    question: 'SELECT created_at, last_used_at FROM guest_passkey WHERE person_id = $1 ORDER BY created_at',
  },
  {
    table: 'privacy_request',
    title: { es: 'Solicitudes sobre sus datos', en: 'Requests about your data' },
    question: `SELECT kind, words, state, answer, requested_at, due_on::text, answered_at
      FROM privacy_request WHERE person_id = $1 ORDER BY requested_at`,
  },
];

/** What the columns are called on the page. */
export const columnWords: Readonly<Record<string, Words>> = {
  given_names: { es: 'Nombres', en: 'Given names' },
  family_names: { es: 'Apellidos', en: 'Family names' },
  email: { es: 'Correo', en: 'E-mail' },
  phone: { es: 'Teléfono', en: 'Phone' },
  document_type: { es: 'Tipo de documento', en: 'Kind of document' },
  document_number: { es: 'Número de documento', en: 'Document number' },
  language: { es: 'Idioma', en: 'Language' },
  created_at: { es: 'Desde', en: 'Since' },
  changed_at: { es: 'Último cambio', en: 'Last change' },
  title: { es: 'Título', en: 'Title' },
  institution: { es: 'Institución', en: 'Institution' },
  starts_on: { es: 'Desde', en: 'From' },
  ends_on: { es: 'Hasta', en: 'To' },
  starts_at: { es: 'Empieza', en: 'Begins' },
  ends_at: { es: 'Termina', en: 'Ends' },
  event: { es: 'Evento', en: 'Event' },
  kind: { es: 'Clase', en: 'Kind' },
  topic: { es: 'Tema', en: 'Topic' },
  state: { es: 'Estado', en: 'State' },
  answered_at: { es: 'Respondido', en: 'Answered' },
  quota: { es: 'Cupo', en: 'Quota' },
  taken: { es: 'Ocupados', en: 'Taken' },
  position_title: { es: 'Cargo', en: 'Position' },
  role: { es: 'Función', en: 'Role' },
  address: { es: 'Correo', en: 'E-mail' },
  subject: { es: 'Asunto', en: 'Subject' },
  queued_at: { es: 'Escrito', en: 'Written' },
  sent_at: { es: 'Enviado', en: 'Sent' },
  purpose: { es: 'Para qué', en: 'What for' },
  issued_at: { es: 'Emitido', en: 'Issued' },
  expires_at: { es: 'Vence', en: 'Expires' },
  last_used_at: { es: 'Último uso', en: 'Last used' },
  last_opened_at: { es: 'Abierto', en: 'Opened' },
  revoked_at: { es: 'Retirado', en: 'Withdrawn' },
  text_version: { es: 'Versión del texto', en: 'Version of the text' },
  given_at: { es: 'Dado', en: 'Given' },
  given_on: { es: 'En', en: 'On' },
  withdrawn_at: { es: 'Retirado', en: 'Withdrawn' },
  withdrawn_on: { es: 'Retirado en', en: 'Withdrawn on' },
  name: { es: 'Nombre', en: 'Name' },
  granted_at: { es: 'Permitido', en: 'Allowed' },
  proved_at: { es: 'Cuándo', en: 'When' },
  words: { es: 'Lo que pidió', en: 'What you asked' },
  answer: { es: 'Respuesta', en: 'Answer' },
  requested_at: { es: 'Pedido', en: 'Asked' },
  due_on: { es: 'Plazo', en: 'Deadline' },
};
