import { isRefusal, tidyLine, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  PageArgs,
  may,
  NotAllowed,
  organizationsWhere,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PositionRepository } from '../positions/position.repository.js';
import { isHeldOn } from '../positions/position.rules.js';
import { positionType, PositionType } from '../positions/position.types.js';
import { PersonRepository, type PersonOrder } from './person.repository.js';
import { PersonService } from './person.service.js';
import {
  PersonConnection,
  PersonFilter,
  PersonInput,
  personOrderEnum,
  PersonOrRefusal,
  personType,
  PersonType,
} from './person.types.js';

const refusesWith = 'Refuses with ORGANIZATION_NEEDED, PERSON_NAME_WRONG, EMAIL_INVALID or PHONE_INVALID.';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly service: PersonService,
    private readonly repository: PersonRepository,
    private readonly positionRows: PositionRepository,
  ) {}

  @Allow('staff')
  @Query(() => PersonType, {
    nullable: true,
    description: 'One person; null when nobody of your organisations has the id.',
  })
  async person(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The person.' }) id: string,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonType | null> {
    if (organizationsWhere(viewer, 'people.read')?.length === 0) throw new NotAllowed();
    const row = await loaders.by(this.repository.byIds, this.repository.byIds).load(id);
    return row && may(viewer, 'people.read', row) ? personType(row) : null;
  }

  @Allow('staff')
  @Query(() => PersonConnection, { description: 'People of your organisations, by family names.' })
  async persons(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', {
      type: () => String,
      nullable: true,
      description:
        'Words that each stand in the names, the e-mail or the name of an institution of theirs; case and accents do not matter.',
    })
    search?: string | null,
    @Args('filter', { type: () => PersonFilter, nullable: true, description: 'Which of them.' })
    filter?: PersonFilter | null,
    @Args('archived', {
      type: () => Boolean,
      defaultValue: false,
      description: 'True: only those whom lists leave out.',
    })
    archived?: boolean,
    @Args('order', { type: () => personOrderEnum, defaultValue: 'name', description: 'In which order.' })
    order?: PersonOrder,
  ): Promise<Connection<PersonType>> {
    const organizations = organizationsWhere(viewer, 'people.read');
    if (organizations?.length === 0) throw new NotAllowed();
    const wanted = { ...filter, organizations, words: tidyLine(search ?? ''), archived, order };
    return connectionOf(await this.repository.found(wanted, page), personType);
  }

  @Allow('staff')
  @Query(() => [PersonType], {
    description:
      'At most ten people of the organisation with this name or this address: ask before adding somebody who may be there already.',
  })
  async similarPersons(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whoever is about to be added.' }) input: PersonInput,
  ): Promise<PersonType[]> {
    const organizationId = await this.service.organizationOf(viewer, input);
    if (isRefusal(organizationId)) return [];
    return (await this.repository.similar(organizationId, input)).map(personType);
  }

  @Allow('staff')
  @ResolveField(() => [PersonType], {
    description: 'People of the same organisation with the same name or the same document: perhaps they are one.',
  })
  async possibleTwins(@Parent() { id }: PersonType, @Context() { loaders }: RequestContext): Promise<PersonType[]> {
    const rows = await loaders.by(this.repository.twinsOf, this.repository.twinsOf).load(id);
    return (rows ?? []).map(personType);
  }

  @Allow('staff')
  @ResolveField(() => [PositionType], { description: 'What they are or were, the latest first.' })
  async positions(
    @Parent() { id }: PersonType,
    @Context() { loaders }: RequestContext,
    @Args('on', {
      type: () => String,
      nullable: true,
      description: 'Only what they are on this calendar day: `2025-06-20`.',
    })
    on?: string | null,
  ): Promise<PositionType[]> {
    const rows = (await loaders.by(this.positionRows.ofPersons, this.positionRows.ofPersons).load(id)) ?? [];
    return rows.filter((row) => !on || isHeldOn(row, on)).map(positionType);
  }

  @Allow('staff')
  @Mutation(() => PersonOrRefusal, {
    description: `For organisers of the organisation or of one of its events. ${refusesWith}`,
  })
  async createPerson(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The person.' }) input: PersonInput,
  ): Promise<PersonType | Refusal> {
    return shown(await this.service.create(viewer, input), personType);
  }

  @Allow('staff')
  @Mutation(() => PersonOrRefusal, {
    description: `For organisers of the organisation or of one of its events. ${refusesWith}`,
  })
  async updatePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The person.' }) id: string,
    @Args('input', { description: 'All of it as it should be from now on.' }) input: PersonInput,
  ): Promise<PersonType | Refusal> {
    return shown(await this.service.update(viewer, id, input), personType);
  }

  @Allow('staff')
  @Mutation(() => PersonType, {
    description: 'For organisers. Lists leave them out; what refers to them stays. `restorePerson` undoes it.',
  })
  async archivePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The person.' }) id: string,
  ): Promise<PersonType> {
    return personType(await this.service.archive(viewer, id));
  }

  @Allow('staff')
  @Mutation(() => PersonType, { description: 'For organisers. Lists show them again.' })
  async restorePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The person.' }) id: string,
  ): Promise<PersonType> {
    return personType(await this.service.restore(viewer, id));
  }
}
