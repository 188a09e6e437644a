import { Finder, may, type Found, type Sought, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from './session.repository.js';

/** Sessions of the events that one may read, those of the event at hand first. */
@Injectable()
export class SessionFinder extends Finder {
  readonly kind = 'session';

  constructor(private readonly repository: SessionRepository) {
    super();
  }

  find({ viewer, words, eventId, limit }: Sought): Promise<readonly Found[]> {
    return this.repository.atAGlance({ words, eventId, events: readableEvents(viewer) }, limit);
  }
}

/** null for every one. */
function readableEvents(viewer: Viewer): readonly string[] | null {
  if (viewer.kind !== 'staff') return [];
  if (viewer.isAdministrator) return null;
  const known = new Set([...viewer.roles.keys(), ...viewer.organizationOf.keys()]);
  return [...known].filter((eventId) => may(viewer, 'event.read', eventId));
}
