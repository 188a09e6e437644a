import type { Viewer } from '../access/viewer.js';
import type { Work } from '../database/unit-of-work.js';
import { noteDeed, nothingChanged } from './deed-watch.js';
import { difference } from './difference.js';

/** One thing that was done. `before` and `after` hold plain data and no secrets: the columns that changed. */
export interface Deed {
  /** Of the entry, when its writer needs to know it. */
  readonly id?: string;
  /** Who did it; also tells from where, and for whom when an assistant acts for somebody. */
  readonly viewer: Viewer;
  /** The verb as the API says it: `acceptMeetingRequest`. What only follows from a verb is named `subject.fact`: `registration.entered`. */
  readonly action: string;
  /** The noun: `MeetingRequest`. */
  readonly subject: string;
  readonly subjectId: string;
  readonly eventId?: string;
  readonly organizationId?: string;
  /** The person for whom it was done, when the viewer does not say so. */
  readonly onBehalfOf?: string;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

/** Where every deed is written down. identity provides it, so that libs of any floor can write. */
export abstract class AuditTrail {
  /** Writes the entry in the transaction of the deed: both stand or neither does. */
  async record(work: Work, deed: Deed): Promise<void> {
    await this.write(work, deed);
    noteDeed(deed.action);
  }

  /**
   * As `record`, of one row's two states: null before when it is new, null after when it is gone. The columns that differ are written;
   * when none does, nothing was done.
   */
  async recordChange<Row extends { readonly id: string }>(
    work: Work,
    deed: Omit<Deed, 'subjectId' | 'before' | 'after'>,
    before: Row | null,
    after: Row | null,
  ): Promise<void> {
    const subjectId = (after ?? before)?.id;
    const columns = difference(before, after);
    const isAlike = Object.keys({ ...columns.before, ...columns.after }).length === 0;
    if (!subjectId || isAlike) return nothingChanged();
    await this.record(work, { ...deed, subjectId, ...columns });
  }

  protected abstract write(work: Work, deed: Deed): Promise<void>;
}
