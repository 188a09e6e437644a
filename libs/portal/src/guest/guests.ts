import { GuestSessionService, personViewer, type Acquaintance, type Guest } from '#guests';
import { NotAllowed, nothingChanged, RowScopes, type PersonViewer, type Viewer } from '#platform';
import type { Language } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inLanguage } from '../frame/in-language.js';
import { seeOther } from '../frame/send-page.js';
import { GuestCookie } from './guest-cookie.js';

/** A visit to the pages under `/mi`: as whom, and who is seen. */
export interface GuestVisit {
  readonly viewer: PersonViewer;
  readonly guest: Guest;
  readonly person: Acquaintance;
}

/** Who comes to the pages under `/mi`. */
@Injectable()
export class Guests {
  constructor(
    private readonly sessions: GuestSessionService,
    private readonly cookie: GuestCookie,
    private readonly scopes: RowScopes,
  ) {}

  /** What the browser proved by codes; null when that is nothing, and it was sent to prove something. */
  async guest(reply: FastifyReply, { language }: Viewer): Promise<Guest | null> {
    const token = this.cookie.tokenIn(reply.request);
    const guest = token ? await this.sessions.guestOf(token) : null;
    if (!guest) await this.sendOn(reply, '/mi/entrar', language);
    return guest;
  }

  /** As whom the browser acts; null when it was sent to prove something or to choose. */
  async visit(reply: FastifyReply, viewer: Viewer): Promise<GuestVisit | null> {
    const guest = await this.guest(reply, viewer);
    if (!guest) return null;
    const person = guest.chosen;
    if (person?.assistant) reply.request.acting = { assistant: person.assistant.name, person: person.name };
    if (person) {
      const acting = personViewer(guest, person, viewer);
      this.scopes.enter(acting);
      return { viewer: acting, guest, person };
    }
    await this.sendOn(reply, '/mi/quien', viewer.language);
    return null;
  }

  /** The same for the person alone: an assistant acts for them, and neither sees their data nor lets others or keys in. */
  async ownVisit(reply: FastifyReply, viewer: Viewer): Promise<GuestVisit | null> {
    const visit = await this.visit(reply, viewer);
    if (visit?.person.assistant) throw new NotAllowed();
    return visit;
  }

  /** What was asked for was not done: a form that comes too late, when the session is over, leaves nothing to tell. */
  private async sendOn(reply: FastifyReply, path: string, language: Language): Promise<void> {
    nothingChanged();
    await seeOther(reply, inLanguage(path, language));
  }

  choose(viewer: Viewer, guest: Guest, personId: string): Promise<boolean> {
    return this.sessions.choose(viewer, guest, personId);
  }

  async leave(reply: FastifyReply, viewer: Viewer): Promise<void> {
    await this.sessions.end(viewer, this.cookie.tokenIn(reply.request) ?? '');
    this.cookie.take(reply);
  }
}
