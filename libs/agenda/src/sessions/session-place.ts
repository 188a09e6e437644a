import type { Event } from '#events';
import type { Refusal } from '#kernel';
import { refusedBy, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { blockRefusals } from '../blocks/thematic-block.rules.js';
import { SpeakerRepository } from '../speakers/speaker.repository.js';
import { SessionConflicts, type Claim } from './session-conflicts.js';
import { SessionRepository } from './session.repository.js';
import { sessionRefusals } from './session.rules.js';

/** One attempt to put a session, with its people, somewhere on the agenda. */
export interface Attempt {
  /** The event is locked against a change of its days until the attempt ends. */
  claim(event: Event, claim: Claim, personIds: readonly string[]): Promise<Refusal | null>;
}

/** Runs changes of the agenda as units of work in which room and people are claimed, and explains what the database refused. */
@Injectable()
export class SessionPlace {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly speakers: SpeakerRepository,
    private readonly conflicts: SessionConflicts,
  ) {}

  /**
   * Runs `body` in one unit of work. Before it writes it claims room and people: a claim that somebody else holds is answered by name.
   * What slips through in between is refused by the exclusion constraints, and named after the fact.
   */
  async placing<T>(viewer: Viewer, body: (work: Work, attempt: Attempt) => Promise<T | Refusal>): Promise<T | Refusal> {
    let explain = (): Promise<Refusal | null> => Promise.resolve(null);
    const attempt = (work: Work): Attempt => ({
      claim: async (event, claim, personIds) => {
        explain = () => this.refuse(viewer, event, claim, personIds);
        const refusal = await this.refuse(viewer, event, claim, personIds, work);
        if (!refusal) await this.sessions.standInLine(namesOf(claim, personIds), work.manager);
        return refusal;
      },
    });
    const contested = async () => (await explain()) ?? sessionRefusals.PLACE_CONTESTED();
    return refusedBy<T | Refusal>(
      {
        session_room_once: contested,
        speaker_in_one_place: contested,
        session_room: () => sessionRefusals.ROOM_UNKNOWN({}, 'roomId'),
        session_block: () => blockRefusals.BLOCK_UNKNOWN({}, 'blockId'),
      },
      () => this.unitOfWork.run((work) => body(work, attempt(work))),
    );
  }

  private async refuse(
    viewer: Viewer,
    { zone }: Event,
    claim: Claim,
    personIds: readonly string[],
    work?: Work,
  ): Promise<Refusal | null> {
    const room = await this.conflicts.room(viewer, claim, zone, work?.manager);
    return room ?? this.conflicts.persons(viewer, claim, zone, personIds, work?.manager);
  }

  /** The people of the session, who move with it. */
  async personsIn(sessionId: string, work: Work): Promise<string[]> {
    return (await this.speakers.ofSession(sessionId, work.manager)).map(({ personId }) => personId);
  }
}

function namesOf({ roomId }: Claim, personIds: readonly string[]): string[] {
  return [...(roomId ? [`room:${roomId}`] : []), ...personIds.map((id) => `person:${id}`)];
}
