import { dayName, dayOf, timeOf, type Refusal, type TimeSlot } from '#kernel';
import type { Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SpeakerRepository } from '../speakers/speaker.repository.js';
import { speakerRefusals } from '../speakers/speaker.rules.js';
import { SessionRepository } from './session.repository.js';
import { sessionRefusals } from './session.rules.js';

/** Where a session wants to be, and who with. */
export interface Claim extends TimeSlot {
  readonly id: string;
  readonly eventId: string;
  readonly roomId: string | null;
}

/**
 * Names who is in the way. The database has the last word by its exclusion constraints; this finds the words, before a write to spare
 * it, and after a refused write to explain it.
 */
@Injectable()
export class SessionConflicts {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly speakers: SpeakerRepository,
  ) {}

  async room(viewer: Viewer, claim: Claim, zone: string, manager?: EntityManager): Promise<Refusal | null> {
    if (claim.roomId === null) return null;
    if (await this.sessions.isArchivedRoom(claim.roomId, manager))
      return sessionRefusals.ROOM_IS_ARCHIVED({}, 'roomId');
    const other = await this.sessions.roomConflict(claim.roomId, claim, claim.id, manager);
    return other && sessionRefusals.ROOM_TAKEN({ room: other.room, ...whenOf(other, zone, viewer) }, 'roomId');
  }

  async persons(
    viewer: Viewer,
    claim: Claim,
    zone: string,
    personIds: readonly string[],
    manager?: EntityManager,
  ): Promise<Refusal | null> {
    if (personIds.length === 0) return null;
    const other = await this.speakers.conflict(personIds, claim, claim.id, manager);
    if (!other) return null;
    // What another event has on its agenda may not be public yet.
    if (other.eventId !== claim.eventId) {
      return speakerRefusals.SPEAKER_BUSY_ELSEWHERE({ speaker: other.speaker }, 'personId');
    }
    return speakerRefusals.SPEAKER_BUSY({ speaker: other.speaker, ...whenOf(other, zone, viewer) }, 'personId');
  }
}

function whenOf(other: TimeSlot & { title: string }, zone: string, { language }: Viewer) {
  return {
    session: other.title,
    day: dayName(dayOf(other.startsAt, zone), language),
    from: timeOf(other.startsAt, zone),
    to: timeOf(other.endsAt, zone),
  };
}
