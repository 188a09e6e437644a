import { Finder, type Found, type Sought } from '#platform';
import { Injectable } from '@nestjs/common';
import { InstitutionRepository } from './institution.repository.js';

/** The directory of institutions is open to all staff. */
@Injectable()
export class InstitutionFinder extends Finder {
  readonly kind = 'institution';

  constructor(private readonly repository: InstitutionRepository) {
    super();
  }

  find({ words, limit }: Sought): Promise<readonly Found[]> {
    return this.repository.atAGlance(words, limit);
  }
}
