import { CookieJar } from '../support/cookie-jar.js';

/** A page as a browser without a script gets it. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** Where a 303 leads: the path and query. */
  readonly location: string | null;
}

/** One browser for each address of a product that is tested. */
const usual = new CookieJar();

/** Opens a page; in another browser when it is given a jar of its own. */
export async function visit(url: string, path: string, jar = usual): Promise<Visited> {
  return ask(`${url}${path}`, {}, jar);
}

/** Sends a form as a browser does. */
export async function post(url: string, path: string, fields: Record<string, string>, jar = usual): Promise<Visited> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return ask(`${url}${path}`, { method: 'POST', headers, body }, jar);
}

async function ask(url: string, request: RequestInit & { headers?: Record<string, string> }, jar: CookieJar) {
  const headers = { ...request.headers, ...jar.headerFor(url) };
  const response = await fetch(url, { ...request, headers, redirect: 'manual' });
  jar.keep(url, response.headers);
  return read(response);
}

async function read(response: Response): Promise<Visited> {
  const location = response.headers.get('location');
  return { status: response.status, html: await response.text(), location };
}

/** The text that a reader sees, without markup. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** The value of a form's field. */
export function valueOf(html: string, name: string): string | null {
  const tag = new RegExp(`<input[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0];
  return tag ? (/value="([^"]*)"/.exec(tag)?.[1] ?? '') : null;
}
