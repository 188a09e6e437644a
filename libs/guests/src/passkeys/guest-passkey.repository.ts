import type { Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GuestPasskey } from './guest-passkey.entity.js';

@Injectable()
export class GuestPasskeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  of(personId: string): Promise<GuestPasskey[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return this.dataSource.getRepository(GuestPasskey).find({ where: { personId }, order });
  }

  byCredentialId(credentialId: string): Promise<GuestPasskey | null> {
    return this.dataSource.getRepository(GuestPasskey).findOneBy({ credentialId });
  }

  /** False when the key was revoked meanwhile, or its counter went on meanwhile: a copy of it is in use. */
  async noteUsed(work: Work, key: GuestPasskey, counter: number): Promise<boolean> {
    const asItWas = { id: key.id, counter: key.counter };
    const noted = await work.manager.update(GuestPasskey, asItWas, { counter: String(counter), lastUsedAt: work.now });
    return noted.affected === 1;
  }
}
