import { isId, newId, tidyLine, type Refusal } from '#kernel';
import {
  NotFound,
  nothingChanged,
  organizationsWhere,
  requireMay,
  requireRecentProof,
  UnitOfWork,
  type StaffViewer,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { AuditService } from '../audit/audit.service.js';
import { ApiKey, type MadeApiKey } from './api-key.entity.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { apiKeyFault, apiKeyRefusals } from './api-key.rules.js';

export interface ApiKeyDraft {
  readonly organizationId: string;
  readonly eventId?: string | null;
  readonly name: string;
  /** For how many days it holds. */
  readonly days: number;
}

export const keyHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const day = 86_400_000;

/** Keys of an organisation's programs, kept by its owners. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly audit: AuditService,
  ) {}

  async create(viewer: Viewer, draft: ApiKeyDraft): Promise<MadeApiKey | Refusal> {
    const { organizationId, eventId = null, days } = draft;
    requireMay(viewer, 'organization.change', { organizationId });
    requireRecentProof(viewer);
    const name = tidyLine(draft.name);
    const fault = apiKeyFault({ name, days });
    if (fault) return fault;
    if (eventId !== null && (!isId(eventId) || (await this.keys.eventIds(organizationId, eventId)).length === 0))
      return apiKeyRefusals.API_KEY_EVENT_UNKNOWN({}, 'eventId');
    const token = `tk_${randomBytes(32).toString('base64url')}`;
    const key = await this.keep(viewer as StaffViewer, { organizationId, eventId, name, days }, keyHashOf(token));
    return { key, token };
  }

  /** From now on it opens nothing. Revoking twice changes nothing. */
  async revoke(viewer: Viewer, id: string): Promise<ApiKey> {
    return this.unitOfWork.run(async (work) => {
      const key = await this.keys.forChange(work.manager, id);
      if (!key) throw new NotFound('key');
      requireMay(viewer, 'organization.change', { organizationId: key.organizationId });
      if (key.revokedAt) return nothingChanged(key);
      const revoked = await work.manager.save(ApiKey, { ...key, revokedAt: work.now });
      const { organizationId } = key;
      const after = { revokedAt: work.now.toISOString() };
      const subject = { subject: 'ApiKey', subjectId: id, organizationId };
      await this.audit.record(work, { viewer, action: 'revokeApiKey', ...subject, after });
      return revoked;
    });
  }

  /** For owners of the organisation; without one, of every organisation whose owner the viewer is. */
  async list(viewer: Viewer, organizationId: string | null): Promise<ApiKey[]> {
    if (organizationId === null) return this.keys.of(organizationsWhere(viewer, 'organization.change'));
    requireMay(viewer, 'organization.change', { organizationId });
    return this.keys.of([organizationId]);
  }

  private keep(viewer: StaffViewer, draft: Required<ApiKeyDraft>, tokenHash: string): Promise<ApiKey> {
    const { days, ...facts } = draft;
    return this.unitOfWork.run(async (work) => {
      const expiresAt = new Date(work.now.getTime() + days * day);
      const made = { id: newId(), operations: 'read', createdById: viewer.accountId, createdAt: work.now } as const;
      const key = { ...facts, ...made, tokenHash, expiresAt, revokedAt: null, lastUsedAt: null };
      await work.manager.createQueryBuilder().insert().into(ApiKey).values(key).updateEntity(false).execute();
      const { organizationId, name, eventId } = facts;
      const after = { name, eventId, operations: made.operations, expiresAt: expiresAt.toISOString() };
      const subject = { subject: 'ApiKey', subjectId: key.id, organizationId };
      await this.audit.record(work, { viewer, action: 'createApiKey', ...subject, after });
      return work.manager.create(ApiKey, key);
    });
  }
}
