import { Clock } from '#kernel';
import { RowScopes, type StaffViewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Visit } from '../viewer/visit.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { keyHashOf } from './api-key.service.js';

const minute = 60_000;

/** Tells for which program a key stands: a reader of what the key opens, who can prove nothing and change nothing. */
@Injectable()
export class ApiKeyViewer {
  constructor(
    private readonly clock: Clock,
    private readonly keys: ApiKeyRepository,
    private readonly scopes: RowScopes,
  ) {}

  /** Null for a key that nobody has, that was revoked, or whose time is over. */
  async of(token: string, { language, requestId, cameFrom }: Visit): Promise<StaffViewer | null> {
    const tokenHash = keyHashOf(token);
    const now = this.clock.now();
    const key = await this.scopes.within({ token: tokenHash }, () => this.keys.byTokenHash(tokenHash));
    if (!key || key.revokedAt || key.expiresAt <= now) return null;
    const { id, name, organizationId, eventId } = key;
    const role = 'reader' as const;
    const program = { kind: 'staff', accountId: id, name, sessionId: id, isAdministrator: false } as const;
    const viewer: StaffViewer = {
      ...program,
      apiKeyId: id,
      isRecentlyProved: false,
      roles: new Map(eventId ? [[eventId, role]] : []),
      organizationRoles: new Map(eventId ? [] : [[organizationId, role]]),
      organizationOf: new Map(),
      language,
      requestId,
      cameFrom,
    };
    this.scopes.enter(viewer);
    const events = await this.keys.eventIds(organizationId, eventId);
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() >= minute)
      await this.scopes.within({ token: tokenHash }, () => this.keys.noteUsed(id, now));
    return { ...viewer, organizationOf: new Map(events.map((one) => [one, organizationId])) };
  }
}
