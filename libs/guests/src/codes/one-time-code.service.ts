import { AttemptLimit } from '#identity';
import { isId, isRefusal, newId, type Refusal } from '#kernel';
import { AuditTrail, Config, oneTimeCodeOf, UnitOfWork, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { GuestSessionService, type BegunSession } from '../sessions/guest-session.service.js';
import { claimedAddress } from '../sessions/typed-address.js';
import { OneTimeCode } from './one-time-code.entity.js';
import { OneTimeCodeRequested } from './one-time-code.events.js';
import { OneTimeCodeRepository } from './one-time-code.repository.js';
import { codeEnd, codeRefusals, tidyCode, wrongCode } from './one-time-code.rules.js';

/** A right code: the session that it began, and the link to go back to. */
export interface Proved extends BegunSession {
  readonly linkId: string | null;
}

/** A typed code and the browser that typed it. */
export interface Guess {
  readonly codeId: string;
  readonly typed: string;
  /** The token that the browser has so far, so that what it proved before is not lost. */
  readonly token: string | null;
}

@Injectable()
export class OneTimeCodeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly codes: OneTimeCodeRepository,
    private readonly limit: AttemptLimit,
    private readonly sessions: GuestSessionService,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the request's id. Known and unknown addresses get the same answer after the same work; the job finds out which it is. */
  async request(viewer: Viewer, typed: string, linkId: string | null = null): Promise<string | Refusal> {
    const address = await claimedAddress(this.limit, viewer, 'code-request', typed);
    if (isRefusal(address)) return address;
    return this.unitOfWork.run(async (work) => {
      const id = newId();
      const times = { createdAt: work.now, expiresAt: codeEnd(work.now) };
      await work.manager.insert(OneTimeCode, { id, address, linkId, language: viewer.language, ...times });
      await work.record(OneTimeCodeRequested, { codeId: id });
      const subject = { subject: 'OneTimeCode', subjectId: id };
      await this.audit.record(work, { viewer, action: 'oneTimeCode.requested', ...subject });
      return id;
    });
  }

  /** Judges a typed code. A right one begins a session, once; a wrong one counts, also when its transaction answers a refusal. */
  async prove(viewer: Viewer, guess: Guess): Promise<Proved | Refusal> {
    if (!isId(guess.codeId)) return codeRefusals.MAILED_CODE_OVER({}, 'codigo');
    const attempt = { deed: 'mailed-code', subject: guess.codeId, address: viewer.cameFrom?.address ?? '' } as const;
    const tooMany = await this.limit.claim(attempt);
    if (tooMany) return tooMany;
    const answer = await this.unitOfWork.run((work) => this.judge(work, viewer, guess));
    if (!isRefusal(answer)) await this.limit.forgive(attempt);
    return answer;
  }

  private async judge(work: Work, viewer: Viewer, { codeId, typed, token }: Guess): Promise<Proved | Refusal> {
    const code = await this.codes.claimAttempt(work.manager, codeId, work.now);
    if (!code) return codeRefusals.MAILED_CODE_OVER({}, 'codigo');
    if (!isSame(tidyCode(typed), oneTimeCodeOf(this.config.secret, code.id))) return wrongCode(code.attempts);
    await work.manager.update(OneTimeCode, { id: code.id }, { endedAt: work.now });
    const begun = await this.sessions.beginByCode(work, viewer, code.address, token);
    return begun ? { ...begun, linkId: code.linkId } : codeRefusals.MAILED_CODE_OVER({}, 'codigo');
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
