import { Allow, orRefusal } from '#platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { InstitutionRelation } from './institution-relation.entity.js';
import { relationKinds, type RelationKind } from './institution-relation.rules.js';

const relationKindEnum = Object.fromEntries(relationKinds.map((kind) => [kind, kind]));
registerEnumType(relationKindEnum, {
  name: 'InstitutionRelationKind',
  description:
    'How one institution belongs to another: a municipality is `member_of` its mancomunidad, a CITE `network_of` the institute that runs the network, an agency `attached_to` its ministry.',
});

@Allow('public')
@ObjectType('InstitutionRelation', { description: 'Read as a sentence: the institution is `kind` of the other.' })
export class InstitutionRelationType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => relationKindEnum, { description: 'How they are related.' })
  kind: RelationKind;

  /** For the fields that show the two ends. */
  institutionId: string;
  ofId: string;
}

export function institutionRelationType({
  id,
  kind,
  institutionId,
  ofId,
}: InstitutionRelation): InstitutionRelationType {
  return { id, kind, institutionId, ofId };
}

export const InstitutionRelationOrRefusal = orRefusal('InstitutionRelation', () => InstitutionRelationType);

@InputType('InstitutionRelationInput', { description: 'Read as a sentence: the institution is `kind` of the other.' })
export class InstitutionRelationInput {
  @Field(() => relationKindEnum, { description: 'How they are related.' })
  kind: RelationKind;

  @Field(() => ID, { description: 'The member, the one of the network, the attached one.' })
  institutionId: string;

  @Field(() => ID, { description: 'That to which it belongs.' })
  ofId: string;
}
