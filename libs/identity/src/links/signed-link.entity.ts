import { Personal } from '#platform';
import type { LinkPurpose } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which somebody without an account opens one row. Its token is derived from the id; here stands only its SHA-256. */
@Entity('signed_link')
export class SignedLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Personal('secret')
  tokenHash: string;

  @Column('text')
  purpose: LinkPurpose;

  @Column('uuid')
  eventId: string;

  /** The delegation, invitation or meeting party that it opens. */
  @Column('uuid')
  subjectId: string;

  /** To whom it was sent; null when it is nobody's in particular. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastOpenedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** When a browser first did something by it. From then on other browsers need a code that is mailed to its person. */
  @Column('timestamptz', { nullable: true })
  claimedAt: Date | null;

  /** The guest's session of that browser. */
  @Column('uuid', { nullable: true })
  claimedBy: string | null;

  /** The newer link that was sent in its place. */
  @Column('uuid', { nullable: true })
  replacedById: string | null;
}
