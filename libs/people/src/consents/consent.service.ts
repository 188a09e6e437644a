import { newId, type Language } from '#kernel';
import { AuditTrail, nothingChanged, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { Consent } from './consent.entity.js';
import { ConsentRepository } from './consent.repository.js';
import { currentText, type ConsentPage, type ConsentPurpose } from './consent.texts.rules.js';

/** To what somebody agrees, and where they read it. */
export interface ConsentGiven {
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly language: Language;
  readonly page: ConsentPage;
}

/** Inside the caller's unit of work, whose access rule is the caller's. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** To agree to what one agreed to already is no fault. */
  async give(work: Work, viewer: Viewer, { personId, purpose, language, page }: ConsentGiven): Promise<void> {
    const textVersion = currentText(purpose).version;
    const row = { id: newId(), personId, purpose, textVersion, language, givenAt: work.now, givenOn: page };
    if (!(await this.consents.addOnce(work.manager, row))) return nothingChanged();
    await this.note(work, viewer, row.id, 'consent.given', { purpose, textVersion, page });
  }

  async withdraw(
    work: Work,
    viewer: Viewer,
    personId: string,
    purpose: ConsentPurpose,
    page: ConsentPage,
  ): Promise<void> {
    const row = await this.consents.forChange(work.manager, personId, purpose);
    if (!row) return nothingChanged();
    await work.manager.update(Consent, { id: row.id }, { withdrawnAt: work.now, withdrawnOn: page });
    await this.note(work, viewer, row.id, 'consent.withdrawn', { purpose, page });
  }

  private note(work: Work, viewer: Viewer, id: string, action: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(work, { viewer, action, subject: 'Consent', subjectId: id, after });
  }
}
