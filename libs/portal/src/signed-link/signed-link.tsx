import { LinkService } from '#identity';
import { isRefusal, wordsOf, type Language, type Refusal } from '#kernel';
import type { LinkPurpose, LinkViewer, Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Page } from '../frame/page.js';
import { sendPage } from '../frame/send-page.js';

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
  },
  en: {
    mend: 'Nothing that was saved is lost. The organisers of the event can send you a new link: answer the mail by which they invited you, or call your contact.',
    events: 'See the events',
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
          <a class="alone" href={language === 'es' ? '/' : '/?lang=en'}>
            {text.events}
          </a>
        </p>
      </div>
    </Page>
  );
}

/** Who comes to a page by the token in its path. */
@Injectable()
export class SignedLinks {
  constructor(private readonly links: LinkService) {}

  /** The visitor; or null when the link opens nothing, and the page that says why was sent: 404 for an unknown one, else 410. */
  async visitor(reply: FastifyReply, viewer: Viewer, token: string, purpose: LinkPurpose): Promise<LinkViewer | null> {
    const { language, requestId } = viewer;
    const visitor = await this.links.open(token, { language, requestId, purpose });
    if (!isRefusal(visitor)) return visitor;
    const refusal = visitor;
    const status = refusal.code === 'LINK_UNKNOWN' ? 404 : 410;
    await sendPage(reply, <ClosedLinkPage refusal={refusal} language={language} />, { status });
    return null;
  }

  /** The path of another page of the same visitor: `/d/<token>`. */
  pathOf(linkId: string, purpose: LinkPurpose, language: Language): string {
    const { pathname } = new URL(this.links.urlOf(linkId, purpose));
    return language === 'es' ? pathname : `${pathname}?lang=${language}`;
  }
}
