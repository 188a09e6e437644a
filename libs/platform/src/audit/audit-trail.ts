import type { Viewer } from '../access/viewer.js';
import type { Work } from '../database/unit-of-work.js';
import { noteDeed } from './deed-watch.js';

/** One thing that was done. `before` and `after` hold plain data and no secrets: the columns that changed. */
export interface Deed {
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

  protected abstract write(work: Work, deed: Deed): Promise<void>;
}
