import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of time in which a party does not want meetings. What no row covers is available. */
@Entity('party_availability')
export class PartyAvailability {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  partyId: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;
}
