import { proofEnd } from '#identity';
import { Clock, newId } from '#kernel';
import { AuditTrail, nothingChanged, Sweep, UnitOfWork, type PersonViewer, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { AcquaintanceRepository, type Acquaintance } from './acquaintance.repository.js';
import { GuestProof } from './guest-proof.entity.js';
import { GuestSession } from './guest-session.entity.js';
import { GuestSessionRepository } from './guest-session.repository.js';

/** A session that has just begun: `token` belongs into the cookie and is never seen again. */
export interface BegunSession {
  readonly token: string;
  readonly sessionId: string;
}

/** What a browser may do by what it proved with codes and passkeys. */
export interface Guest {
  readonly sessionId: string;
  readonly people: readonly Acquaintance[];
  /** Whom it acts as; null while there are several and none was chosen. */
  readonly chosen: Acquaintance | null;
}

/** How a browser may act for one person: alone, or as their assistant. */
export interface Pass {
  readonly sessionId: string;
  readonly person: Acquaintance;
}

type Proof = Pick<GuestProof, 'address' | 'personId' | 'passkeyId'>;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Expired proofs are forgotten after a day. */
const keptMilliseconds = 24 * 3_600_000;

@Injectable()
export class GuestSessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: GuestSessionRepository,
    private readonly acquaintances: AcquaintanceRepository,
    private readonly audit: AuditTrail,
  ) {}

  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** A session of its own for whoever reads the address; what the browser had proved before moves over. Null when nobody has the address. */
  async beginByCode(
    work: Work,
    viewer: Viewer,
    address: string,
    oldToken: string | null,
  ): Promise<BegunSession | null> {
    const [first] = await this.acquaintances.ofAddress(address, work.now, work.manager);
    if (!first) return null;
    const begun = await this.begin(work, { address, personId: null, passkeyId: null }, oldToken);
    await this.audit.record(work, { viewer, action: 'guest.signedIn', subject: 'Person', subjectId: first.personId });
    return begun;
  }

  /** A session of its own for whoever holds the passkey. */
  async beginByPasskey(
    work: Work,
    viewer: Viewer,
    { personId, passkeyId }: { readonly personId: string; readonly passkeyId: string },
    oldToken: string | null,
  ): Promise<BegunSession> {
    const begun = await this.begin(work, { address: null, personId, passkeyId }, oldToken);
    await work.manager.update(GuestSession, { id: begun.sessionId }, { personId });
    const subject = { subject: 'Person', subjectId: personId };
    await this.audit.record(work, { viewer, action: 'guest.signedInWithPasskey', ...subject });
    return begun;
  }

  private async begin(work: Work, proof: Proof, oldToken: string | null): Promise<BegunSession> {
    const token = this.newToken();
    const sessionId = newId();
    await work.manager.insert(GuestSession, { id: sessionId, tokenHash: hashOf(token), createdAt: work.now });
    const old = oldToken && (await this.sessions.live(hashOf(oldToken), work.manager));
    if (old) {
      await this.sessions.moveProofs(work.manager, old.id, sessionId);
      await work.manager.update(GuestSession, { id: old.id }, { revokedAt: work.now });
    }
    await this.prove(work, sessionId, proof);
    return { token, sessionId };
  }

  /** The browser's session, with the proof that it was the first to use a link of this person. Null when the session was ended. */
  async beginByLink(work: Work, token: string, personId: string): Promise<string | null> {
    const draft = { id: newId(), tokenHash: hashOf(token), createdAt: work.now };
    const sessionId = await this.sessions.ofToken(work.manager, draft);
    if (sessionId) await this.prove(work, sessionId, { address: null, personId, passkeyId: null });
    return sessionId;
  }

  private async prove(work: Work, sessionId: string, proof: Proof): Promise<void> {
    const times = { provedAt: work.now, expiresAt: proofEnd(work.now) };
    await work.manager.insert(GuestProof, { id: newId(), sessionId, ...proof, ...times });
  }

  /** Who comes with the token, by codes and passkeys alone; null when it proves nothing at present. */
  async guestOf(token: string): Promise<Guest | null> {
    const now = this.clock.now();
    const session = await this.sessions.live(hashOf(token));
    if (!session) return null;
    const proofs = await this.sessions.proofsOf(session.id, now);
    const people: Acquaintance[] = [];
    for (const { address, passkeyId } of proofs) {
      const shown = address ? await this.acquaintances.ofAddress(address, now) : [];
      const held = passkeyId ? await this.acquaintances.ofPasskey(passkeyId) : [];
      people.push(...[...shown, ...held].filter((one) => !people.some((known) => isSame(known, one))));
    }
    if (people.length === 0) return null;
    const only = people.length === 1 ? people[0] : null;
    const chosen = people.find(({ personId }) => personId === session.personId) ?? only;
    return { sessionId: session.id, people, chosen };
  }

  /** How the browser may act for this person at the instant: alone, as an assistant, or (null) not at all. */
  async passFor(token: string, personId: string, at: Date): Promise<Pass | null> {
    const session = await this.sessions.live(hashOf(token));
    if (!session) return null;
    for (const proof of await this.sessions.proofsOf(session.id, at)) {
      const own = proof.personId === personId ? await this.acquaintances.ofPerson(personId) : null;
      if (own) return { sessionId: session.id, person: own };
      const known = proof.address ? await this.acquaintances.ofAddress(proof.address, this.clock.now()) : [];
      const found = known.find((one) => one.personId === personId);
      if (found) return { sessionId: session.id, person: found };
    }
    return null;
  }

  /** Chooses whom the browser acts as, of those it may. */
  async choose(viewer: Viewer, guest: Guest, personId: string): Promise<boolean> {
    if (!guest.people.some((one) => one.personId === personId)) {
      nothingChanged();
      return false;
    }
    await this.unitOfWork.run(async (work) => {
      await work.manager.update(GuestSession, { id: guest.sessionId }, { personId });
      const subject = { subject: 'GuestSession', subjectId: guest.sessionId };
      await this.audit.record(work, { viewer, action: 'guest.choseWho', ...subject, after: { personId } });
    });
    return true;
  }

  async end(viewer: Viewer, token: string): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      const session = await this.sessions.live(hashOf(token), work.manager);
      if (!session) return nothingChanged();
      await work.manager.update(GuestSession, { id: session.id }, { revokedAt: work.now });
      const subject = { subject: 'GuestSession', subjectId: session.id };
      await this.audit.record(work, { viewer, action: 'guest.signedOut', ...subject });
    });
  }

  @Sweep({ everySeconds: 3600 })
  async forgetOld(): Promise<void> {
    await this.sessions.removeBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}

/** The viewer as whom a guest acts. */
export function personViewer(guest: Guest, chosen: Acquaintance, visit: Viewer): PersonViewer {
  const { language, requestId, cameFrom } = visit;
  const { personId, assistant } = chosen;
  const acting = assistant && { assistant, onBehalfOf: personId };
  return { kind: 'person', sessionId: guest.sessionId, personId, language, requestId, cameFrom, ...acting };
}

function isSame(one: Acquaintance, other: Acquaintance): boolean {
  return one.personId === other.personId && one.assistant?.grantId === other.assistant?.grantId;
}
