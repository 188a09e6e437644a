import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A session in which the person takes part. */
export interface OwnSession {
  readonly eventId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly role: 'ponente' | 'moderador' | 'panelista' | 'relator';
  readonly room: string | null;
}

/** A delegation whose focal point the person is, a party whose contact they are, or an invitation to them. */
export interface OwnDoor {
  readonly eventId: string;
  readonly linkId: string | null;
  /** The institution's name; null for an invitation to speak. */
  readonly institution: string | null;
  /** Of a delegation: seats taken and granted. Of a party: meetings that are set. */
  readonly taken: number;
  readonly quota: number;
}

export interface OwnRegistration {
  readonly eventId: string;
  readonly institution: string;
  readonly state: string;
}

/** What one person sees of themselves, across events. */
@Injectable()
export class OwnRowsRepository {
  constructor(private readonly dataSource: DataSource) {}

  sessionsOf(personId: string): Promise<OwnSession[]> {
    return this.dataSource.query<OwnSession[]>(
      `SELECT session.event_id AS "eventId", title, session.starts_at AS "startsAt", session.ends_at AS "endsAt",
         session.state = 'cancelled' AS "isCancelled", speaker.role, room.name AS room
       FROM speaker JOIN session ON session.id = speaker.session_id LEFT JOIN room ON room.id = session.room_id
       WHERE speaker.person_id = $1 ORDER BY session.starts_at`,
      [personId],
    );
  }

  delegationsOf(personId: string): Promise<OwnDoor[]> {
    return this.dataSource.query<OwnDoor[]>(
      `SELECT delegation.event_id AS "eventId", link_id AS "linkId", institution.name AS institution, taken, quota
       FROM delegation JOIN institution ON institution.id = delegation.institution_id
       WHERE focal_point_person_id = $1 AND state <> 'closed' ORDER BY delegation.created_at DESC`,
      [personId],
    );
  }

  meetingPartiesOf(personId: string): Promise<OwnDoor[]> {
    return this.dataSource.query<OwnDoor[]>(
      `SELECT party.event_id AS "eventId", link_id AS "linkId", institution.name AS institution, 0 AS quota,
         (SELECT count(*)::int FROM meeting_attendance JOIN bilateral_meeting ON bilateral_meeting.id = meeting_id
          WHERE party_id = party.id AND state = 'scheduled') AS taken
       FROM meeting_party party JOIN institution ON institution.id = party.institution_id
       WHERE contact_person_id = $1 ORDER BY party.event_id`,
      [personId],
    );
  }

  /** Those that wait for an answer. */
  invitationsOf(personId: string, now: Date): Promise<OwnDoor[]> {
    return this.dataSource.query<OwnDoor[]>(
      `SELECT invitation.event_id AS "eventId", invitation.link_id AS "linkId", institution.name AS institution,
         0 AS taken, 0 AS quota
       FROM invitation
       LEFT JOIN delegation ON delegation.id = invitation.subject_id AND kind = 'focal_point'
       LEFT JOIN institution ON institution.id = delegation.institution_id
       WHERE person_id = $1 AND invitation.state IN ('queued', 'sent') AND expires_at > $2
       ORDER BY invitation.created_at DESC`,
      [personId, now],
    );
  }

  registrationsOf(personId: string): Promise<OwnRegistration[]> {
    return this.dataSource.query<OwnRegistration[]>(
      `SELECT registration.event_id AS "eventId", institution.name AS institution, registration.state
       FROM registration JOIN delegation ON delegation.id = registration.delegation_id
       JOIN institution ON institution.id = delegation.institution_id
       WHERE person_id = $1 ORDER BY registration.created_at DESC`,
      [personId],
    );
  }
}
