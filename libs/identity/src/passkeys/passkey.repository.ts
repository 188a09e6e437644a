import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Passkey } from './passkey.entity.js';
import type { Work } from '#platform';

@Injectable()
export class PasskeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  of(accountId: string): Promise<Passkey[]> {
    return this.dataSource
      .getRepository(Passkey)
      .find({ where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  byCredentialId(credentialId: string): Promise<Passkey | null> {
    return this.dataSource.getRepository(Passkey).findOneBy({ credentialId });
  }

  /** False when the key was revoked meanwhile, or its counter went on meanwhile: a copy of it is in use. */
  async noteUsed(work: Work, key: Passkey, counter: number): Promise<boolean> {
    const [, noted] = await work.manager.query<[unknown, number]>(
      'UPDATE passkey SET counter = $3, last_used_at = $4 WHERE id = $1 AND counter = $2',
      [key.id, key.counter, counter, work.now],
    );
    return noted === 1;
  }
}
