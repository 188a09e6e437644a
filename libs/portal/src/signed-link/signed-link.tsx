import { LinkDoor } from '#guests';
import { LinkService } from '#identity';
import { isRefusal, wordsOf, type Language, type Refusal } from '#kernel';
import type { LinkPurpose, LinkViewer, Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Page } from '../frame/page.js';
import { inLanguage } from '../frame/in-language.js';
import { seeOther, sendPage } from '../frame/send-page.js';
import { ProvePage } from '../guest/code.pages.js';
import { GuestCookie } from '../guest/guest-cookie.js';

const titles: Readonly<Record<string, Record<Language, string>>> = {
  LINK_EXPIRED: { es: 'Este enlace venció', en: 'This link has expired' },
  LINK_REVOKED: { es: 'Este enlace fue retirado', en: 'This link was withdrawn' },
  LINK_REPLACED: { es: 'Hay un enlace más reciente', en: 'There is a newer link' },
  LINK_UNKNOWN: { es: 'No reconocemos este enlace', en: 'We do not recognise this link' },
};

const words = {
  es: {
    mend: 'Nada de lo que ya se guardó se ha perdido. La organización del evento puede enviarle un enlace nuevo: responda el correo con que le invitaron o llame a su contacto.',
    events: 'Ver los eventos',
    lost: 'Pedir mi enlace de nuevo',
  },
  en: {
    mend: 'Nothing that was saved is lost. The organisers of the event can send you a new link: answer the mail by which they invited you, or call your contact.',
    events: 'See the events',
    lost: 'Ask for my link again',
  },
} as const;

interface ClosedLinkProps {
  readonly refusal: Refusal;
  readonly language: Language;
}

/** Why a link opens nothing, and what to do about it. */
export function ClosedLinkPage({ refusal, language }: ClosedLinkProps) {
  const title = titles[refusal.code]?.[language] ?? titles['LINK_UNKNOWN'][language];
  const text = words[language];
  return (
    <Page title={title} language={language} otherLanguageHref={language === 'es' ? '?lang=en' : '?lang=es'} isPrivate>
      <div class="wrap narrow">
        <h1>{title}</h1>
        <p>{wordsOf(refusal, language)}</p>
        <p class="soft">{text.mend}</p>
        <p>
          <a class="alone" href={inLanguage('/mi/enlace-perdido', language)}>
            {text.lost}
          </a>
        </p>
        <p>
          <a class="alone" href={inLanguage('/', language)}>
            {text.events}
          </a>
        </p>
      </div>
    </Page>
  );
}

/** A visit to a page by the token in its path: who comes, at which address, and where the answer goes. */
export interface LinkedVisit {
  readonly visitor: LinkViewer;
  /** `/d/<token>` */
  readonly path: string;
  readonly reply: FastifyReply;
}

/** After a deed: the same page anew, in the visitor's language, which says what was done. */
export function sayDone({ visitor, path, reply }: LinkedVisit, done: string): Promise<void> {
  return seeOther(reply, inLanguage(`${path}?hecho=${done}`, visitor.language));
}

/** Opens pages to whoever comes by a link. */
@Injectable()
export class SignedLinks {
  constructor(
    private readonly links: LinkService,
    private readonly door: LinkDoor,
    private readonly cookie: GuestCookie,
  ) {}

  /**
   * The visit; or null when the link opens nothing (404 for an unknown one, else 410) or this browser has to prove itself first (403),
   * and the page that says so was sent.
   */
  async visit(reply: FastifyReply, viewer: Viewer, token: string, purpose: LinkPurpose): Promise<LinkedVisit | null> {
    const visitor = await this.holder(reply, viewer, token, purpose);
    if (!visitor) return null;
    const { request } = reply;
    const isDeed = request.method !== 'GET' && request.method !== 'HEAD';
    const admission = await this.door.admit(visitor, { token: this.cookie.tokenIn(request), isDeed });
    const path = this.pathOf(visitor.linkId, purpose, 'es');
    if ('address' in admission) {
      const { language } = viewer;
      const page = <ProvePage language={language} path={path} address={admission.address} />;
      await sendPage(reply, page, { status: 403 });
      return null;
    }
    if (admission.token) this.cookie.give(reply, admission.token);
    const { person } = admission;
    if (person?.assistant) request.acting = { assistant: person.assistant.name, person: person.name };
    return { visitor: admission.visitor, path, reply };
  }

  /** The same by the link alone, for calendar programs, which can prove nothing. */
  async holder(reply: FastifyReply, viewer: Viewer, token: string, purpose: LinkPurpose): Promise<LinkViewer | null> {
    const { language, requestId, cameFrom } = viewer;
    const visitor = await this.links.open(token, { language, requestId, cameFrom, purpose });
    if (!isRefusal(visitor)) return visitor;
    await this.sendClosed(reply, language, visitor);
    return null;
  }

  async sendClosed(reply: FastifyReply, language: Language, refusal: Refusal): Promise<void> {
    const status = refusal.code === 'LINK_UNKNOWN' ? 404 : 410;
    await sendPage(reply, <ClosedLinkPage refusal={refusal} language={language} />, { status });
  }

  /** The path of another page of the same visitor: `/d/<token>`. */
  pathOf(linkId: string, purpose: LinkPurpose, language: Language): string {
    const { pathname } = new URL(this.links.urlOf(linkId, purpose));
    return inLanguage(pathname, language);
  }
}
