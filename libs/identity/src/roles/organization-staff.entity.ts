import type { Role } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account may do at an organisation and so at all its events. */
@Entity('organization_staff')
export class OrganizationStaff {
  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('uuid')
  organizationId: string;

  @Column('text')
  role: Role;

  @Column('timestamptz')
  grantedAt: Date;
}
