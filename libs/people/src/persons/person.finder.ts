import { Clock } from '#kernel';
import { Finder, organizationsWhere, type Found, type Sought } from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonRepository } from './person.repository.js';

/** People of the organisations of whoever asks. */
@Injectable()
export class PersonFinder extends Finder {
  readonly kind = 'person';

  constructor(
    private readonly repository: PersonRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find({ viewer, words, limit }: Sought): Promise<readonly Found[]> {
    const organizations = organizationsWhere(viewer, 'people.read');
    if (organizations?.length === 0) return [];
    return this.repository.atAGlance(
      { words, organizations, today: this.clock.now().toISOString().slice(0, 10) },
      limit,
    );
  }
}
