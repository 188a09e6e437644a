import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../access/rule.js';
import { foundKinds, type FoundKind } from './finder.js';

export const FoundKindEnum = Object.fromEntries(foundKinds.map((kind) => [kind, kind]));
registerEnumType(FoundKindEnum, { name: 'FoundKind', description: 'What was found by a search over everything.' });

@Allow('staff')
@ObjectType('Found', { description: 'A row that a search over everything found.' })
export class FoundType {
  @Field(() => FoundKindEnum, { description: 'What it is.' })
  kind: FoundKind;

  @Field(() => ID, { description: 'Its id, as the query of its kind takes it.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => String, { description: 'What tells two of the same name apart; may be empty.' })
  detail: string;

  @Field(() => String, { nullable: true, description: 'Slug of the event to which it belongs; null for none.' })
  eventSlug: string | null;
}
