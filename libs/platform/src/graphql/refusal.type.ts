import { isRefusal, refusalCodes, wordsOf, type Refusal } from '#kernel';
import { createUnionType, Field, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { Allow, CurrentViewer } from '../access/rule.js';
import type { Viewer } from '../access/viewer.js';

registerEnumType(refusalCodes, {
  name: 'RefusalCode',
  description: 'Why something expected could not be done. Codes are stable; new ones may be added.',
});

@Allow('public')
@ObjectType('RefusalDetail', { description: 'One varying part of a refusal, such as the free places that are left.' })
class RefusalDetailType {
  @Field(() => String, { description: 'What the value is: `capacity`, `remaining`.' })
  name: string;

  @Field(() => String, { description: 'The value as text.' })
  value: string;
}

@Allow('public')
@ObjectType('Refusal', { description: 'An expected no. Nothing was changed; `message` says how to mend it.' })
export class RefusalType {
  @Field(() => refusalCodes, { description: 'The constant reason, for programs.' })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: 'The input that the refusal is about, as the arguments name it.',
  })
  field?: string;
}

@Resolver(() => RefusalType)
export class RefusalResolver {
  @Allow('public')
  @ResolveField(() => String, { description: "What a person reads, in the viewer's language, with how to mend it." })
  message(@Parent() refusal: Refusal, @CurrentViewer() viewer: Viewer): string {
    return wordsOf(refusal, viewer.language);
  }

  @Allow('public')
  @ResolveField(() => [RefusalDetailType], { description: 'The varying parts of the reason.' })
  details(@Parent() refusal: Refusal): RefusalDetailType[] {
    return Object.entries(refusal.details).map(([name, value]) => ({ name, value: String(value) }));
  }
}

/** The union `<Name>OrRefusal` that the mutations of one aggregate return. */
export function orRefusal<T>(name: string, type: () => Type<T>) {
  return createUnionType({
    name: `${name}OrRefusal`,
    description: `The ${name} after the change, or why nothing was changed.`,
    types: () => [type(), RefusalType] as const,
    resolveType: (answer: unknown) => (isRefusal(answer) ? RefusalType : type()) as never,
  });
}

/** Shows a service's answer: a refusal as it is, a row as its GraphQL type. */
export function shown<Row, Shown>(answer: Row | Refusal, show: (row: Row) => Shown): Shown | Refusal {
  return isRefusal(answer) ? answer : show(answer);
}
