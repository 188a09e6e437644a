import { PersonRepository } from '#people';
import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { delegationType, DelegationType } from '../delegations/delegation.types.js';
import { RegistrationRepository } from './registration.repository.js';
import {
  RegisteredPersonType,
  registeredPersonType,
  RegistrationType,
  registrationType,
} from './registration.types.js';

const personOf = async (persons: PersonRepository, id: string, eventId: string, { loaders }: RequestContext) => {
  const person = await loaders.by(persons.byIds, persons.byIds).load(id);
  if (!person) throw new Error(`The person ${id} is missing`);
  return registeredPersonType(person, eventId);
};

@Resolver(() => RegistrationType)
export class RegisteredPersonResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly delegations: DelegationRepository,
  ) {}

  @Allow('party')
  @ResolveField(() => DelegationType, { description: 'The delegation, which names the institution.' })
  async delegation(
    @Parent() { delegationId }: RegistrationType,
    @Context() { loaders }: RequestContext,
  ): Promise<DelegationType> {
    const row = await loaders.by(this.delegations.byIds, this.delegations.byIds).load(delegationId);
    if (!row) throw new Error(`The delegation ${delegationId} is missing`);
    return delegationType(row);
  }

  @Allow('party')
  @ResolveField(() => RegisteredPersonType, { description: 'Who it is for.' })
  person(@Parent() row: RegistrationType, @Context() context: RequestContext): Promise<RegisteredPersonType> {
    return personOf(this.persons, row.personId, row.eventId, context);
  }
}

@Resolver(() => DelegationType)
export class DelegationPeopleResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly repository: RegistrationRepository,
  ) {}

  @Allow('party')
  @ResolveField(() => RegisteredPersonType, { nullable: true, description: 'Who manages it; null while nobody does.' })
  async focalPoint(
    @Parent() { focalPointPersonId, eventId }: DelegationType,
    @Context() context: RequestContext,
  ): Promise<RegisteredPersonType | null> {
    return focalPointPersonId ? personOf(this.persons, focalPointPersonId, eventId, context) : null;
  }

  @Allow('party')
  @ResolveField(() => [RegistrationType], {
    description: 'Those who take part, may still, or wait, in the order in which they were entered.',
  })
  async registrations(
    @Parent() { id }: DelegationType,
    @Context() { loaders }: RequestContext,
  ): Promise<RegistrationType[]> {
    const { activeOfAll } = this.repository;
    const rows = await loaders.by(activeOfAll, activeOfAll).load(id);
    return (rows ?? []).map(registrationType);
  }
}
