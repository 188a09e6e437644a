import { tidyLine } from '#kernel';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentViewer } from '../access/rule.js';
import type { Viewer } from '../access/viewer.js';
import { Finders } from './finders.js';
import { FoundType } from './search.types.js';

/** Of each kind: as many as one looks through at a glance. */
const limit = 6;
const shortest = 2;
const longest = 100;

@Resolver(() => FoundType)
export class SearchResolver {
  constructor(private readonly finders: Finders) {}

  @Allow('staff')
  @Query(() => [FoundType], {
    description:
      'Events, sessions, people and institutions that you may read and whose name holds the words, accents and case aside: up to 6 of each kind. Nothing for fewer than 2 characters.',
  })
  async search(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { type: () => String, description: 'What to look for; only the first 100 characters count.' })
    text: string,
    @Args('eventId', { type: () => ID, nullable: true, description: 'What belongs to this event comes first.' })
    eventId?: string | null,
  ): Promise<FoundType[]> {
    const words = tidyLine(text).slice(0, longest);
    if (words.length < shortest) return [];
    return [...(await this.finders.find({ viewer, words, eventId: eventId ?? null, limit }))];
  }
}
