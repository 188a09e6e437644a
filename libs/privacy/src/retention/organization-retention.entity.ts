import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionPurpose } from './retention.rules.js';

/** For how many days an organisation's events keep something, unless an event has a rule of its own. */
@Entity('organization_retention')
export class OrganizationRetention {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('text')
  purpose: RetentionPurpose;

  @Column('int')
  days: number;
}
