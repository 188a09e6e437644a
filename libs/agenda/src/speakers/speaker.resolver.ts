import { InstitutionRepository, InstitutionType, institutionType } from '#institutions';
import type { Refusal } from '#kernel';
import { PersonNameType, personNameType, PersonRepository, PositionRepository, type Position } from '#people';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SpeakerService } from './speaker.service.js';
import { SpeakerChangeInput, SpeakerInput, SpeakerOrRefusal, SpeakerType, speakerType } from './speaker.types.js';

const idArgument = { type: () => ID, description: 'The speaker.' };

@Resolver(() => SpeakerType)
export class SpeakerResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly positions: PositionRepository,
    private readonly institutions: InstitutionRepository,
    private readonly service: SpeakerService,
  ) {}

  @Allow('staff')
  @ResolveField(() => PersonNameType, { description: 'Who it is.' })
  async person(@Parent() { personId }: SpeakerType, @Context() { loaders }: RequestContext): Promise<PersonNameType> {
    const person = await loaders.by(this.persons.byIds, this.persons.byIds).load(personId);
    if (!person) throw new Error(`The person ${personId} is gone`);
    return personNameType(person);
  }

  @Allow('staff')
  @ResolveField(() => String, { nullable: true, description: 'As what the person speaks, as it stands on their card.' })
  async positionTitle(@Parent() speaker: SpeakerType, @Context() context: RequestContext): Promise<string | null> {
    return (await this.positionOf(speaker, context))?.title ?? null;
  }

  @Allow('staff')
  @ResolveField(() => InstitutionType, { nullable: true, description: 'On whose behalf the person speaks.' })
  async institution(
    @Parent() speaker: SpeakerType,
    @Context() context: RequestContext,
  ): Promise<InstitutionType | null> {
    const position = await this.positionOf(speaker, context);
    const { byIds } = this.institutions;
    const institution = position && (await context.loaders.by(byIds, byIds).load(position.institutionId));
    return institution && institutionType(institution);
  }

  @Allow('staff')
  @Mutation(() => SpeakerOrRefusal, {
    description:
      "Names a person in a session, after the others. The event's organisers only. Refuses somebody who is named already, or is in another session at that time (SPEAKER_BUSY names it).",
  })
  async addSpeaker(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SpeakerInput, description: 'Who, as what.' }) input: SpeakerInput,
  ): Promise<SpeakerType | Refusal> {
    return shown(await this.service.add(viewer, input), speakerType);
  }

  @Allow('staff')
  @Mutation(() => SpeakerOrRefusal, { description: "Changes role or position. The event's organisers only." })
  async updateSpeaker(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => SpeakerChangeInput, description: 'What shall be different.' })
    input: SpeakerChangeInput,
  ): Promise<SpeakerType | Refusal> {
    return shown(await this.service.change(viewer, id, input), speakerType);
  }

  @Allow('staff')
  @Mutation(() => SpeakerOrRefusal, {
    description: "Takes a person out of a session, who is told if it was public. The event's organisers only.",
  })
  async removeSpeaker(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<SpeakerType | Refusal> {
    return shown(await this.service.remove(viewer, id), speakerType);
  }

  private async positionOf({ positionId }: SpeakerType, { loaders }: RequestContext): Promise<Position | null> {
    return positionId ? loaders.by(this.positions.byIds, this.positions.byIds).load(positionId) : null;
  }
}
