import { ArgsType, Field } from '@nestjs/graphql';

export const archivedArgument = {
  type: () => Boolean,
  defaultValue: false,
  description: 'True lists what was archived, instead of what is in use.',
};

/** What every working list of this lib can be asked for. */
@ArgsType()
export class ListArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words that stand together in it; case and accents do not matter.',
  })
  search?: string | null;

  @Field(archivedArgument.type, archivedArgument)
  archived: boolean;
}
