import { AttemptLimit } from '#identity';
import { isRefusal, newId, type Refusal } from '#kernel';
import { AuditTrail, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { claimedAddress } from '../sessions/typed-address.js';
import { LostLinkRequest } from './lost-link-request.entity.js';
import { LostLinksRequested } from './lost-link.events.js';

/** Whoever lost their links asks for them anew; the job mails them. */
@Injectable()
export class LostLinkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  /** Asks for the links of an address to be mailed to it. The same answer after the same work, whether it has any. */
  async request(viewer: Viewer, typed: string): Promise<Refusal | null> {
    const address = await claimedAddress(this.limit, viewer, 'lost-link', typed);
    if (isRefusal(address)) return address;
    return this.unitOfWork.run(async (work) => {
      const id = newId();
      await work.manager.insert(LostLinkRequest, { id, address, createdAt: work.now });
      await work.record(LostLinksRequested, { requestId: id });
      const subject = { subject: 'LostLinkRequest', subjectId: id };
      await this.audit.record(work, { viewer, action: 'lostLinks.requested', ...subject });
      return null;
    });
  }
}
