import { AttemptLimit } from '#identity';
import { emailInvalid, isEmail, newId, tidyEmail, type Refusal } from '#kernel';
import { AuditTrail, UnitOfWork, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import { LostLinkRequest } from './lost-link-request.entity.js';
import { LostLinksRequested } from './lost-link.events.js';

@Injectable()
export class LostLinkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: AttemptLimit,
    private readonly audit: AuditTrail,
  ) {}

  /** Asks for the links of an address to be mailed to it. The same answer after the same work, whether it has any. */
  async request(viewer: Viewer, address: string): Promise<Refusal | null> {
    const tidy = tidyEmail(address).toLowerCase();
    if (!isEmail(tidy)) return emailInvalid('email');
    const source = viewer.cameFrom?.address ?? '';
    const tooMany = await this.limit.claim({ deed: 'lost-link', subject: tidy, address: source });
    if (tooMany) return tooMany;
    return this.unitOfWork.run(async (work) => {
      const id = newId();
      await work.manager.insert(LostLinkRequest, { id, address: tidy, createdAt: work.now });
      await work.record(LostLinksRequested, { requestId: id });
      const subject = { subject: 'LostLinkRequest', subjectId: id };
      await this.audit.record(work, { viewer, action: 'lostLinks.requested', ...subject });
      return null;
    });
  }
}
