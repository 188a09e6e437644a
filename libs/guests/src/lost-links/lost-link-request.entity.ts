import { Personal } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asked for the links of an address, which may have none. Goes after a day. */
@Entity('lost_link_request')
export class LostLinkRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Personal('email')
  address: string;

  @Column('timestamptz')
  createdAt: Date;
}
