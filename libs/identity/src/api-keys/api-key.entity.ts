import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By which a program of an organisation reads the API. Only the hash of the key stands here. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organizationId: string;

  /** The only event that it opens; null for all of the organisation's. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** What it is for, in its maker's words. */
  @Column('text')
  name: string;

  @Column('text')
  operations: ApiKeyOperation;

  @Column('text')
  @Personal('secret')
  tokenHash: string;

  @Column('uuid')
  createdById: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** To the minute. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

export type ApiKeyOperation = 'read';

/** A key that was just made: `token` is never seen again. */
export interface MadeApiKey {
  readonly key: ApiKey;
  readonly token: string;
}
