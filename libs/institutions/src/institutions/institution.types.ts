import { Allow, connectionType, orRefusal } from '#platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Institution } from './institution.entity.js';
import { institutionKinds, type InstitutionKind } from './institution.rules.js';
import { territorySystemEnum } from '../territories/territory.types.js';
import { territoryKey, type TerritorySystem } from '../territories/territory.rules.js';

export const institutionKindEnum = Object.fromEntries(institutionKinds.map((kind) => [kind, kind]));
registerEnumType(institutionKindEnum, {
  name: 'InstitutionKind',
  description: 'What an institution is. A mancomunidad has member municipalities; a CITE belongs to a network.',
});

@Allow('public')
@ObjectType('Institution', { description: 'A public institution, or another body that takes part in events.' })
export class InstitutionType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'The full name, as documents write it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'As people say it, such as ITP; null when nobody shortens it.' })
  shortName: string | null;

  @Field(() => institutionKindEnum, { description: 'What it is.' })
  kind: InstitutionKind;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country: string;

  @Field(() => Boolean, { description: 'Whether it was made up for the demonstration. Show it as such.' })
  isDemonstration: boolean;

  @Field(() => Boolean, { description: 'Whether it is no longer offered. What refers to it stays.' })
  isArchived: boolean;

  /** The key of its territory, for the field that shows it. */
  territoryKey: string | null;
}

export function institutionType(row: Institution): InstitutionType {
  const { id, name, shortName, kind, country, isDemonstration, archivedAt, territorySystem, territoryCode } = row;
  const territory = territorySystem && territoryCode ? { system: territorySystem, code: territoryCode } : null;
  const shown = { id, name, shortName, kind, country, isDemonstration, isArchived: archivedAt !== null };
  return { ...shown, territoryKey: territory && territoryKey(territory) };
}

export const InstitutionConnection = connectionType('Institution', InstitutionType, 'public');
export const InstitutionOrRefusal = orRefusal('Institution', () => InstitutionType);

@InputType('TerritoryRef', { description: 'A territory by its official code.' })
export class TerritoryRef {
  @Field(() => territorySystemEnum, { description: 'Who gave the code.' })
  system: TerritorySystem;

  @Field(() => String, { description: 'Two, four or six digits as text: `080101`.' })
  code: string;
}

@InputType('InstitutionInput', { description: 'An institution as it should be.' })
export class InstitutionInput {
  @Field(() => String, { description: 'The full name, one line of at most 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'As people say it, at most 200 characters.' })
  shortName?: string | null;

  @Field(() => institutionKindEnum, { description: 'What it is.' })
  kind: InstitutionKind;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2, in capitals.' })
  country: string;

  @Field(() => TerritoryRef, { nullable: true, description: 'The territory that it serves or stands in.' })
  territory?: TerritoryRef | null;
}

@InputType('InstitutionFilter', { description: 'Which institutions a list shows; what is absent does not narrow it.' })
export class InstitutionFilter {
  @Field(() => institutionKindEnum, { nullable: true, description: 'Only of this kind.' })
  kind?: InstitutionKind | null;

  @Field(() => String, { nullable: true, description: 'Only of this country, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => TerritoryRef, { nullable: true, description: 'Only in this territory, with everything inside it.' })
  territory?: TerritoryRef | null;
}
