import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { LostLinkRequest } from './lost-link-request.entity.js';

const keptMilliseconds = 24 * 3_600_000;

@Injectable()
export class LostLinkRequestRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  byId(id: string, manager: EntityManager): Promise<LostLinkRequest | null> {
    return manager.findOneBy(LostLinkRequest, { id });
  }

  /** Those of more than a day ago: whoever had no links leaves no address behind. */
  async removeOld(): Promise<void> {
    const instant = new Date(this.clock.now().getTime() - keptMilliseconds);
    await this.dataSource.getRepository(LostLinkRequest).delete({ createdAt: LessThan(instant) });
  }
}
