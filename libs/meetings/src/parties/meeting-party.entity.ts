import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An institution that takes part in an event's bilateral meetings; at most one per institution and event. */
@Entity('meeting_party')
export class MeetingParty {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  institutionId: string;

  /** Who answers for the party and gets its mails. A session in which this person speaks makes the party busy. */
  @Column('uuid')
  contactPersonId: string;

  /** As the others see it in lists: the institution's name. */
  @Column('text')
  name: string;

  /** The signed link that opens the party's page; null until it was issued. */
  @Column('uuid', { nullable: true })
  linkId: string | null;
}
