import type { Refusal } from '#kernel';
import { Allow, connectionOf, CurrentViewer, PageArgs, shown } from '#platform';
import type { Connection, RequestContext, Viewer } from '#platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { requireStaff } from '../delegations/delegation.policy.js';
import { RegisterService } from './register.service.js';
import { RegistrationRepository } from './registration.repository.js';
import { RegistrationService } from './registration.service.js';
import {
  PersonEntryInput,
  RegisteredPeopleType,
  registeredPeopleType,
  RegisterPeopleInput,
  RegistrationConnection,
  RegistrationCountType,
  RegistrationFilter,
  RegistrationOrRefusal,
  RegistrationType,
  registrationType,
} from './registration.types.js';

const idArgument = { type: () => ID, description: 'The registration.' };

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  constructor(
    private readonly repository: RegistrationRepository,
    private readonly service: RegistrationService,
    private readonly registering: RegisterService,
  ) {}

  @Allow('staff')
  @Query(() => RegistrationConnection, {
    description: "An event's registrations in the order in which they were entered. For the event's staff.",
  })
  async registrations(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RegistrationFilter, nullable: true, description: 'Which of them.' })
    filter: RegistrationFilter | null,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: "Part of the person's or the institution's name, accents aside.",
    })
    search: string | null,
  ): Promise<Connection<RegistrationType>> {
    requireStaff(viewer, eventId, 'registrations.read', 'event');
    return connectionOf(await this.repository.page(eventId, { ...filter, search }, page), registrationType);
  }

  @Allow('staff')
  @Query(() => [RegistrationCountType], {
    description: "How many of an event's registrations are in which state. For the event's staff.",
  })
  async registrationCounts(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
  ): Promise<RegistrationCountType[]> {
    requireStaff(viewer, eventId, 'registrations.read', 'event');
    return this.repository.counts(eventId);
  }

  @Allow('party')
  @Mutation(() => RegisteredPeopleType, {
    description:
      'Registers people in a delegation: all or none. For its focal point and the organisers. With an `Idempotency-Key` header, sending it twice does it once.',
  })
  async registerPeople(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => RegisterPeopleInput, description: 'Who, and where.' }) input: RegisterPeopleInput,
    @Context() { idempotencyKey }: RequestContext,
  ): Promise<RegisteredPeopleType> {
    return registeredPeopleType(await this.registering.register(viewer, { ...input, submission: idempotencyKey }));
  }

  @Allow('party')
  @Mutation(() => RegisteredPeopleType, {
    description: "Writes a registered person's data anew. Of a person who was known before, only the position changes.",
  })
  async correctRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('person', { type: () => PersonEntryInput, description: 'The data as they should be.' })
    person: PersonEntryInput,
  ): Promise<RegisteredPeopleType> {
    return registeredPeopleType(await this.service.correct(viewer, id, person));
  }

  @Allow('party')
  @Mutation(() => RegistrationOrRefusal, { description: 'Takes a person back; the seat is free again.' })
  async withdrawRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<RegistrationType | Refusal> {
    return shown(await this.service.withdraw(viewer, id), registrationType);
  }

  @Allow('party')
  @Mutation(() => RegistrationOrRefusal, {
    description: 'Takes the seat that became free, while it is kept for the person.',
  })
  async acceptSeatOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<RegistrationType | Refusal> {
    return shown(await this.service.acceptOffer(viewer, id), registrationType);
  }

  @Allow('staff')
  @Mutation(() => RegistrationOrRefusal, {
    description: 'Confirms a registration that is under review. Organisers only.',
  })
  async confirmRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<RegistrationType | Refusal> {
    return shown(await this.service.confirm(viewer, id), registrationType);
  }

  @Allow('staff')
  @Mutation(() => RegistrationOrRefusal, {
    description: 'Rejects a registration that is under review. Organisers only.',
  })
  async rejectRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<RegistrationType | Refusal> {
    return shown(await this.service.reject(viewer, id), registrationType);
  }

  @Allow('staff')
  @Mutation(() => RegistrationOrRefusal, {
    description: 'Takes a person off; whoever was confirmed gets a cancellation by mail. Organisers only.',
  })
  async cancelRegistration(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<RegistrationType | Refusal> {
    return shown(await this.service.cancel(viewer, id), registrationType);
  }
}
