import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** An id that an operation takes: where it stands, and of what kind of row it is. */
export interface IdPlace {
  readonly path: string;
  readonly kind: string;
}

/** One operation, and how to ask for it with ids of one's choice. */
export interface Deed {
  readonly field: string;
  readonly places: readonly IdPlace[];
  readonly query: string;
  readonly variables: (ids: Ids) => Record<string, unknown>;
}

/** Which id stands where; where only one of two may stand, the wished one. */
export interface Ids {
  readonly at: (place: IdPlace) => string;
  readonly wished: (place: IdPlace) => boolean;
}

type Field = GraphQLField<unknown, unknown>;

interface Argument {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

const isNeeded = ({ type, defaultValue }: Argument): boolean => isNonNullType(type) && defaultValue === undefined;

/** Of what kind the row is, by the name of the argument. `id` is what the operation answers. */
const kindsByName: Readonly<Record<string, string>> = {
  ofId: 'OtherInstitution',
  contactPersonId: 'OtherPerson',
  requestId: 'MeetingRequest',
  meetingId: 'BilateralMeeting',
  partyId: 'MeetingParty',
  fromPartyId: 'MeetingParty',
  toPartyId: 'OtherMeetingParty',
  withPartyId: 'OtherMeetingParty',
  organizerId: 'EventOrganizer',
  organizerIds: 'EventOrganizer',
  roomIds: 'Room',
  speakerIds: 'Speaker',
  seriesId: 'EventSeries',
  challengeId: 'SignInChallenge',
  actorId: 'Account',
  subjectId: 'Person',
};

/** Where `id` is of another row than the one that is answered. */
const kindsByOperation: Readonly<Record<string, string>> = {
  correctRegistration: 'Registration',
  endMySession: 'StaffSession',
  revokePasskey: 'Passkey',
};

const answered: Readonly<Record<string, string>> = { StaffAccount: 'Account' };

function kindAt(field: Field, path: string): string {
  const name = path.split('.').at(-1) ?? '';
  if (name === 'id') {
    const type = getNamedType(field.type).name.replace(/OrRefusal$/, '');
    return kindsByOperation[field.name] ?? answered[type] ?? type;
  }
  if (/^blockIds?$/.test(name)) return /meeting/i.test(field.name) ? 'MeetingBlock' : 'ThematicBlock';
  return kindsByName[name] ?? name.replace(/Id$/, '').replace(/^./, (letter) => letter.toUpperCase());
}

/** What is written where something must be written, by the name of the argument. A new name has to be added here. */
const words: Readonly<Record<string, unknown>> = {
  address: 'Otra calle 1',
  after: undefined,
  answer: 'Se le envió la copia.',
  capacity: 70,
  city: 'Puno',
  code: '123456',
  count: 1,
  country: 'PE',
  current: 'una frase larga de prueba',
  days: 30,
  editionNumber: 9,
  email: 'ajena@muni.example',
  endsAt: '2025-06-21T18:00',
  endsOn: '2025-06-21',
  familyNames: 'Ajena',
  givenNames: 'Ajena',
  name: 'Ajena',
  password: 'una frase larga de prueba',
  pendingToken: 'x'.repeat(43),
  positionTitle: 'Ajena',
  quota: 9,
  reason: 'Ajena',
  search: '',
  slotMinutes: 20,
  startsAt: '2025-06-21T17:00',
  startsOn: '2025-06-21',
  tables: 1,
  text: 'Rosa',
  title: 'Ajena',
  topic: 'Ajena',
  unavailableSlots: '2025-06-20T14:20',
  version: 1,
  zone: 'America/Lima',
};

/** Of two ways to say the same the first is taken, unless an attempt is about the other. */
const either: Readonly<Record<string, readonly string[]>> = { RolePlaceInput: ['eventId', 'organizationId'] };

class Writing {
  readonly places: IdPlace[] = [];

  constructor(
    private readonly field: Field,
    private readonly ids: Ids,
  ) {}

  value(type: GraphQLInputType, path: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, path);
    if (isListType(type)) return [this.value(type.ofType, path)];
    if (isInputObjectType(type)) return this.object(type.name, type.getFields(), path);
    if (isEnumType(type)) return type.getValues()[0].name;
    if (type.name === 'ID') return this.id(path);
    if (type.name === 'Boolean') return true;
    const name = path.split('.').at(-1) ?? '';
    if (!(name in words))
      throw new Error(`${this.field.name} asks for ${path}: say in foreign-deeds.ts what is written there`);
    // A name of its own for each operation, so that none is refused for being taken.
    return ['name', 'title'].includes(name) ? `${String(words[name])} ${this.field.name}` : words[name];
  }

  private object(name: string, fields: Record<string, Argument>, path: string) {
    const known = Object.values(fields);
    const ways = either[name]?.map((way) => ({ way, ...this.noted(`${path}.${way}`) }));
    const chosen = ways?.find((way) => this.ids.wished(way)) ?? ways?.[0];
    if (chosen) return { [chosen.way]: this.ids.at(chosen) };
    const asked = known.filter((one) => this.isWritten(one));
    return Object.fromEntries(asked.map((one) => [one.name, this.value(one.type, `${path}.${one.name}`)]));
  }

  /** What must be written, every id that may be, and of what changes a row some text that differs. */
  private isWritten(argument: Argument): boolean {
    const changes = this.field.name.startsWith('update') && ['name', 'title', 'city'].includes(argument.name);
    return isNeeded(argument) || getNamedType(argument.type).name === 'ID' || changes;
  }

  private id(path: string): string {
    return this.ids.at(this.noted(path));
  }

  private noted(path: string): IdPlace {
    const place = { path, kind: kindAt(this.field, path) };
    this.places.push(place);
    return place;
  }
}

function selectionOf(type: GraphQLNamedType): string {
  if (isUnionType(type)) return '{ __typename ... on Refusal { code } }';
  if (!isObjectType(type)) return '';
  return 'refusals' in type.getFields() ? '{ refusals { code } }' : '{ __typename }';
}

const takesId = (type: GraphQLInputType): boolean => {
  const named = getNamedType(type);
  return (
    named.name === 'ID' ||
    (isInputObjectType(named) && Object.values(named.getFields()).some((one) => takesId(one.type)))
  );
};

function deedOf(kind: 'query' | 'mutation', field: Field, selection: (field: Field) => string): Deed {
  const args = field.args.filter((one) => isNeeded(one) || takesId(one.type));
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const write = (ids: Ids) => {
    const writing = new Writing(field, ids);
    const variables = Object.fromEntries(args.map(({ name, type }) => [name, writing.value(type, name)]));
    return { variables, places: writing.places };
  };
  return {
    field: field.name,
    places: write({ at: () => '', wished: () => false }).places,
    query: `${kind} ${declared && `(${declared})`} { asked: ${field.name}${passed && `(${passed})`} ${selection(field)} }`,
    variables: (ids) => write(ids).variables,
  };
}

/** Every mutation of the schema. */
export function everyDeed(schema: GraphQLSchema): Deed[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.map((field) => deedOf('mutation', field, ({ type }) => selectionOf(getNamedType(type))));
}

export const takesIds = ({ places }: Deed): boolean => places.length > 0;

/** Every query that takes an id, asking for all that it answers. */
export function everyLookup(schema: GraphQLSchema, selection: (field: Field) => string): Deed[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const known = fields.filter(({ args }) => args.some(({ type }) => takesId(type)));
  return known.map((field) => deedOf('query', field, selection));
}
