import { Allow, orRefusal } from '#platform';
import { Field, ID, InputType, ObjectType, OmitType, PartialType, registerEnumType } from '@nestjs/graphql';
import type { ThematicBlock } from './thematic-block.entity.js';
import { blockColours, type BlockColour } from './thematic-block.rules.js';

export const BlockColourEnum = Object.fromEntries(blockColours.map((colour) => [colour, colour]));
registerEnumType(BlockColourEnum, {
  name: 'BlockColour',
  description: 'A colour of the palette. Always show the name of the block beside it.',
});

@Allow('public')
@ObjectType('ThematicBlock', { description: 'A theme that runs through an agenda.' })
export class ThematicBlockType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name, in the language of the event.' })
  name: string;

  @Field(() => BlockColourEnum, { description: 'Its thread on pages and on paper.' })
  colour: BlockColour;
}

@Allow('public')
@ObjectType('ThematicBlocks', { description: 'The themes of an event.' })
export class ThematicBlocksType {
  @Field(() => [ThematicBlockType], { description: 'In the order in which they are shown.' })
  blocks: ThematicBlockType[];
}

export const ThematicBlocksOrRefusal = orRefusal('ThematicBlocks', () => ThematicBlocksType);
export const ThematicBlockOrRefusal = orRefusal('ThematicBlock', () => ThematicBlockType);

@InputType({ description: 'A new thematic block.' })
export class ThematicBlockInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'Unique in the event, at most 200 characters.' })
  name: string;

  @Field(() => BlockColourEnum, { description: 'Several blocks may share a colour.' })
  colour: BlockColour;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class ThematicBlockChangeInput extends PartialType(OmitType(ThematicBlockInput, ['eventId'] as const)) {}

export function thematicBlockType({ id, name, colour }: ThematicBlock): ThematicBlockType {
  return { id, name, colour };
}

export function thematicBlocksType(rows: ThematicBlock[]): ThematicBlocksType {
  return { blocks: rows.map(thematicBlockType) };
}
