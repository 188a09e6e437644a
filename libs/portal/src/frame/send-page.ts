import { languages } from '#kernel';
import { contentSecurity } from '#platform';
import type { FastifyReply } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { said } from './acting.js';
import { scriptPath } from './assets.js';

interface PageReply {
  readonly status?: number;
  /** Public pages may be kept by browsers and proxies if they ask again; personal ones are never stored. The default is personal. */
  readonly cache?: 'public' | 'personal';
  /** Quoted or not; lets a browser that has this version be answered with 304. */
  readonly etag?: string;
}

/** Renders a page and sends it. */
export async function sendPage(reply: FastifyReply, page: VNode, options: PageReply = {}): Promise<void> {
  await sendHtml(reply, pageHtml(said(page, reply.request.acting)), options);
}

export function pageHtml(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** Sends a page that is rendered already. */
export async function sendHtml(reply: FastifyReply, html: string, options: PageReply = {}): Promise<void> {
  keepLanguage(reply);
  const sent = allowStyle(reply, html, options.cache === 'public');
  // Said before the page: on a far line its script is asked for when the first byte is there, not when the page has been read.
  if (html.includes(`<script src="${scriptPath}"`)) reply.header('Link', `<${scriptPath}>; rel=preload; as=script`);
  reply.header('Cache-Control', options.cache === 'public' ? 'public, no-cache' : 'no-store');
  reply.header('Vary', 'Accept-Language, Cookie, Accept-Encoding');
  if (options.etag) {
    const etag = `W/"${options.etag}"`;
    reply.header('ETag', etag);
    if (reply.request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
  }
  await reply
    .status(options.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(sent);
}

/**
 * Lets the page's own style sheet hold, and no other: it is the first of the page, above everything that comes from data. A personal page
 * gets a nonce; one that browsers keep, and ask about with 304, the hash, which stays the same.
 */
function allowStyle(reply: FastifyReply, html: string, isKept: boolean): string {
  const [whole, style] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  if (whole === undefined || reply.hasHeader('Content-Security-Policy')) return html;
  const nonce = randomBytes(18).toString('base64');
  const source = isKept ? `'sha256-${createHash('sha256').update(style).digest('base64')}'` : `'nonce-${nonce}'`;
  reply.header('Content-Security-Policy', contentSecurity({ styles: source }));
  return isKept ? html : html.replace('<style>', `<style nonce="${nonce}">`);
}

/** A language that was chosen in the address holds for the pages that follow, and for the panel, whose script reads it. */
function keepLanguage(reply: FastifyReply): void {
  const { lang } = reply.request.query as { lang?: unknown };
  const chosen = languages.find((language) => language === lang);
  if (chosen) reply.setCookie('lang', chosen, { path: '/', sameSite: 'lax', maxAge: 365 * 24 * 3600 });
}

/** After a POST: the browser asks for the page anew, so that reloading sends nothing twice. */
export async function seeOther(reply: FastifyReply, location: string): Promise<void> {
  await reply.header('Cache-Control', 'no-store').redirect(location, 303);
}
