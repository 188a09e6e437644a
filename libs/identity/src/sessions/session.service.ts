import { Clock, newId } from '#kernel';
import type { StaffViewer, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import type { Visit } from '../viewer/visit.js';
import { newToken, tokenHashOf } from '../secrets/sealed.js';
import { isRecentProof, isWorthNoting, sessionEnd } from './session.rules.js';
import type { SessionOrigin } from './session-origin.js';
import { StaffSession } from './staff-session.entity.js';
import { StaffSessionRepository, type HeldRoles, type LiveSession } from './staff-session.repository.js';

/** Browsers say far less; a program may say anything. */
const longestUserAgent = 400;

@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: StaffSessionRepository,
  ) {}

  /** Begins a session and answers its token, which is never seen again. Beginning is a proof. */
  async begin(work: Work, accountId: string, origin: SessionOrigin): Promise<{ token: string; sessionId: string }> {
    const { token, tokenHash } = newToken();
    const sessionId = newId();
    await work.manager.insert(StaffSession, {
      id: sessionId,
      accountId,
      tokenHash,
      createdAt: work.now,
      lastSeenAt: work.now,
      expiresAt: sessionEnd(work.now),
      provedAt: work.now,
      address: origin.address,
      userAgent: origin.userAgent?.slice(0, longestUserAgent) ?? null,
    });
    return { token, sessionId };
  }

  /** The person behind the session was proved again. */
  async noteProved(work: Work, sessionId: string): Promise<void> {
    await work.manager.update(StaffSession, { id: sessionId, revokedAt: IsNull() }, { provedAt: work.now });
  }

  /** Who holds the token; null when no live session has it. */
  async viewerOf(token: string, visit: Visit): Promise<StaffViewer | null> {
    const now = this.clock.now();
    const session = await this.sessions.liveByTokenHash(tokenHashOf(token), now);
    if (!session) return null;
    await this.noteSeen(session, now);
    const { accountId, name, sessionId, isAdministrator } = session;
    const isRecentlyProved = isRecentProof(session.provedAt, now);
    const { language, requestId, cameFrom } = visit;
    const holder = { accountId, name, sessionId, isAdministrator, isRecentlyProved, ...held(session.roles) };
    return { kind: 'staff', ...holder, language, requestId, cameFrom };
  }

  /** Ends one session of the account; false when it has none like it that is live. */
  async end(work: Work, accountId: string, sessionId: string): Promise<boolean> {
    const which = { id: sessionId, accountId, revokedAt: IsNull() };
    const ended = await work.manager.update(StaffSession, which, { revokedAt: work.now });
    return ended.affected === 1;
  }

  /** Ends every session of the account, but for the one that asks. */
  async endAll(work: Work, accountId: string, except?: string): Promise<void> {
    const others = except ? { id: Not(except) } : {};
    await work.manager.update(StaffSession, { accountId, revokedAt: IsNull(), ...others }, { revokedAt: work.now });
  }

  private async noteSeen(session: LiveSession, now: Date): Promise<void> {
    if (!isWorthNoting(session.lastSeenAt, now)) return;
    await this.dataSource
      .getRepository(StaffSession)
      .update({ id: session.sessionId }, { lastSeenAt: now, expiresAt: sessionEnd(now) });
  }
}

function held({ events, organizations, organizationOf }: HeldRoles) {
  return {
    roles: new Map(Object.entries(events)),
    organizationRoles: new Map(Object.entries(organizations)),
    organizationOf: new Map(Object.entries(organizationOf)),
  };
}
