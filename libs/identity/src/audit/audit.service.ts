import { newId } from '#kernel';
import { theSystem, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditEntry, type ActorKind } from './audit-entry.entity.js';

/** One thing that was done. `before` and `after` hold plain data and no secrets: the columns that changed. */
export interface Deed {
  readonly viewer: Viewer;
  /** The verb as the API says it: `acceptMeetingRequest`. */
  readonly action: string;
  /** The noun: `MeetingRequest`. */
  readonly subject: string;
  readonly subjectId: string;
  readonly eventId?: string;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

@Injectable()
export class AuditService {
  /** Writes the entry in the transaction of the deed: both stand or neither does. */
  async record(work: Work, deed: Deed): Promise<void> {
    await work.manager.insert(AuditEntry, {
      id: newId(),
      recordedAt: work.now,
      ...actorOf(deed.viewer),
      requestId: deed.viewer.requestId,
      action: deed.action,
      eventId: deed.eventId ?? null,
      subject: deed.subject,
      subjectId: deed.subjectId,
      before: (deed.before ?? null) as never,
      after: (deed.after ?? null) as never,
    });
  }
}

function actorOf(viewer: Viewer): { actorKind: ActorKind; actorId: string | null } {
  if (viewer.kind === 'anonymous') return { actorKind: 'anonymous', actorId: null };
  if (viewer.kind === 'link') return { actorKind: 'link', actorId: viewer.linkId };
  if (viewer.accountId === theSystem.accountId) return { actorKind: 'system', actorId: null };
  return { actorKind: 'staff', actorId: viewer.accountId };
}
