import { newId } from '#kernel';
import { AuditTrail, Config, theSystem, type Deed, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { unnamedColumns } from './audit-column.terms.js';
import { AuditEntry, type ActorKind } from './audit-entry.entity.js';

@Injectable()
export class AuditService extends AuditTrail {
  constructor(private readonly config: Config) {
    super();
  }

  protected async write(work: Work, deed: Deed): Promise<void> {
    this.requireWords(deed);
    const { viewer } = deed;
    const entry = {
      id: deed.id ?? newId(),
      recordedAt: work.now,
      ...actorOf(viewer),
      onBehalfOf: deed.onBehalfOf ?? viewer.onBehalfOf ?? null,
      cameFrom: (viewer.cameFrom ?? null) as never,
      requestId: viewer.requestId,
      action: deed.action,
      eventId: deed.eventId ?? null,
      organizationId: deed.organizationId ?? null,
      subject: deed.subject,
      subjectId: deed.subjectId,
      before: (deed.before ?? null) as never,
      after: (deed.after ?? null) as never,
    };
    // Nothing is read back: whoever acts may write the entry down, and not always read it.
    await work.manager.createQueryBuilder().insert().into(AuditEntry).values(entry).updateEntity(false).execute();
  }

  /** Whoever reads the audit reads words. A column without one is a fault of ours: tests fail by it, elsewhere it is shown as it is. */
  private requireWords({ action, before, after }: Deed): void {
    const unnamed = unnamedColumns(before, after);
    if (this.config.mode !== 'test' || unnamed.length === 0) return;
    throw new Error(`${action} notes ${unnamed.join(', ')}: give it words in audit-column.terms.ts`);
  }
}

function actorOf(viewer: Viewer): { actorKind: ActorKind; actorId: string | null } {
  if (viewer.kind === 'anonymous') return { actorKind: 'anonymous', actorId: null };
  // An assistant is named by the grant, whether they came by a link or not; for whom they acted stands beside it.
  if (viewer.kind !== 'staff' && viewer.assistant) return { actorKind: 'person', actorId: viewer.assistant.grantId };
  if (viewer.kind === 'person') return { actorKind: 'person', actorId: viewer.personId };
  if (viewer.kind === 'link') return { actorKind: 'link', actorId: viewer.linkId };
  if (viewer.accountId === theSystem.accountId) return { actorKind: 'system', actorId: null };
  return { actorKind: 'staff', actorId: viewer.accountId };
}
