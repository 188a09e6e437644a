import { Allow } from '#platform';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Territory } from './territory.entity.js';
import { territoryLevels, territorySystems, type TerritoryLevel, type TerritorySystem } from './territory.rules.js';

export const territorySystemEnum = Object.fromEntries(territorySystems.map((system) => [system, system]));
registerEnumType(territorySystemEnum, {
  name: 'TerritorySystem',
  description:
    'Who gave a territory its code. INEI and RENIEC number the same places of Peru differently; INE is of Bolivia.',
});

const territoryLevelEnum = Object.fromEntries(territoryLevels.map((level) => [level, level]));
registerEnumType(territoryLevelEnum, {
  name: 'TerritoryLevel',
  description: 'How large a territory is. The smallest of Peru are districts, of Bolivia municipalities.',
});

@Allow('public')
@ObjectType('Territory', { description: 'A place by its official code (UBIGEO).' })
export class TerritoryType {
  @Field(() => territorySystemEnum, { description: 'Who gave the code.' })
  system: TerritorySystem;

  @Field(() => String, {
    description: 'The code as text, with leading zeros: two digits a department, four a province, six below.',
  })
  code: string;

  @Field(() => territoryLevelEnum, { description: 'How large it is.' })
  level: TerritoryLevel;

  @Field(() => String, { description: 'The official name.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the territory around it, in the same system; null for a department.',
  })
  parentCode: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country: string;

  @Field(() => String, {
    nullable: true,
    description: "The same place's code in Peru's other system; null when it has none.",
  })
  counterpartCode: string | null;
}

export function territoryType(row: Territory): TerritoryType {
  const { system, code, level, name, parentCode, country, counterpartCode } = row;
  return { system, code, level, name, parentCode, country, counterpartCode };
}
