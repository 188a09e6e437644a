import { Allow, connectionType, orRefusal } from '#platform';
import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  OmitType,
  PartialType,
  registerEnumType,
} from '@nestjs/graphql';
import { editionStyles, type EditionStyle } from './edition-number.rules.js';
import type { EventSeries } from './event-series.entity.js';

export const EditionStyleEnum = Object.fromEntries(editionStyles.map((style) => [style, style]));
registerEnumType(EditionStyleEnum, {
  name: 'EditionStyle',
  description: 'How a series writes the number of an edition.',
  valuesMap: {
    roman: { description: '`II Encuentro`.' },
    ordinal_feminine: { description: '`31.ª Reunión`.' },
    ordinal_masculine: { description: '`1er Encuentro`, `2.º Encuentro`.' },
    unnumbered: { description: 'The number is not shown.' },
  },
});

@Allow('public')
@ObjectType('EventSeries', { description: 'A line of events that are held again and again.' })
export class EventSeriesType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Its name without a number, in the language of its documents.' })
  name: string;

  @Field(() => EditionStyleEnum, { description: 'How the number of an edition is written in front of its name.' })
  editionStyle: EditionStyle;

  @Allow('staff')
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was put away; null while it is in use.' })
  archivedAt: Date | null;
}

export const EventSeriesConnection = connectionType('EventSeries', EventSeriesType, 'public');
export const EventSeriesOrRefusal = orRefusal('EventSeries', () => EventSeriesType);

@InputType({ description: 'A new series.' })
export class EventSeriesInput {
  @Field(() => ID, { nullable: true, description: 'Whose it is; absent: the only organisation for which you work.' })
  organizationId?: string | null;

  @Field(() => String, { description: 'Its name without a number, unique, at most 200 characters.' })
  name: string;

  @Field(() => EditionStyleEnum, { description: 'How the number of an edition is written.' })
  editionStyle: EditionStyle;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class EventSeriesChangeInput extends PartialType(OmitType(EventSeriesInput, ['organizationId'] as const)) {}

export function eventSeriesType({ id, name, editionStyle, archivedAt }: EventSeries): EventSeriesType {
  return { id, name, editionStyle, archivedAt };
}
