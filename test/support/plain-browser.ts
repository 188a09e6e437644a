import { CookieJar } from './cookie-jar.js';

/** A form of a page, as a browser without scripts would send it. */
export interface PageForm {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  /** Names and values that are filled in already, hidden ones too; of radio buttons and submit buttons only what is chosen. */
  readonly fields: Readonly<Record<string, string>>;
  /** Every name that the form would take. */
  readonly names: readonly string[];
  /** The options of each select: value to text. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The submit buttons with a name: name and value. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[];
}

export interface OpenedPage {
  /** Where the browser ended up after redirects. */
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** The visible words, with white space folded. */
  readonly text: string;
  readonly forms: readonly PageForm[];
  readonly headers: Headers;
}

const mostRedirects = 10;

/** Opens pages and sends forms over plain HTTP, and keeps cookies: what an old phone with scripts switched off does. */
export class PlainBrowser {
  private readonly jar = new CookieJar();

  constructor(private readonly headers: Readonly<Record<string, string>> = {}) {}

  async open(url: string): Promise<OpenedPage> {
    return this.follow(url, {});
  }

  /** Fills in the form and sends it; `typed` replaces what stood there. */
  async send(page: OpenedPage, form: PageForm, typed: Readonly<Record<string, string>>): Promise<OpenedPage> {
    const stranger = Object.keys(typed).find((name) => !form.names.includes(name));
    if (stranger) throw new Error(`The form has no field ${stranger}; it has ${form.names.join(', ')}`);
    const body = new URLSearchParams({ ...form.fields, ...typed });
    const url = new URL(form.action, page.url);
    return this.follow(url.href, { method: 'POST', body, headers: { origin: url.origin } });
  }

  /** What another browser needs to go on in this one's place. */
  cookiesFor(url: string): { name: string; value: string }[] {
    return this.jar.listFor(url);
  }

  /** Redirects are followed by hand, since they may set cookies too. */
  private async follow(first: string, request: RequestInit): Promise<OpenedPage> {
    let url = first;
    for (let hop = 0; hop < mostRedirects; hop += 1) {
      const headers = { ...this.headers, ...(hop === 0 && request.headers), ...this.jar.headerFor(url) };
      const asked = hop === 0 ? { ...request, headers } : { headers };
      const response = await fetch(url, { ...asked, redirect: 'manual' });
      this.jar.keep(url, response.headers);
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status >= 400) return pageOf(url, response);
      await response.arrayBuffer();
      url = new URL(location, url).href;
    }
    throw new Error(`${first} redirects without end`);
  }
}

/** The form with a button that says so: `do=agregar`. */
export function formWithButton(page: OpenedPage, name: string, value: string): PageForm {
  const form = page.forms.find(({ buttons }) =>
    buttons.some((button) => button.name === name && button.value === value),
  );
  if (!form) throw new Error(`No button ${name}=${value} on ${page.url} (${page.status}): ${page.text.slice(0, 900)}`);
  return form;
}

/** The form that is sent to such an address. */
export function formTo(page: OpenedPage, action: RegExp): PageForm {
  const form = page.forms.find((one) => action.test(one.action));
  if (!form) throw new Error(`No form to ${action} on ${page.url} (${page.status}): ${page.text.slice(0, 900)}`);
  return form;
}

async function pageOf(url: string, response: Response): Promise<OpenedPage> {
  const html = await response.text();
  const { status, headers } = response;
  return { url, status, html, headers, text: textOf(html), forms: formsOf(html) };
}

export function textOf(html: string): string {
  const visible = html.replace(/<(style|script|title)[^>]*>[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return decoded(visible).replace(/\s+/g, ' ').trim();
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole);
}

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)) attributes[name] = decoded(value ?? '');
  return attributes;
}

function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
    const { action, method } = attributesOf(head);
    const isPost = method?.toUpperCase() === 'POST';
    return { action: action ?? '', method: isPost ? 'POST' : 'GET', ...controlsOf(body) };
  });
}

function controlsOf(body: string): Omit<PageForm, 'action' | 'method'> {
  const fields: Record<string, string> = {};
  const options: Record<string, Record<string, string>> = {};
  const names = new Set<string>();
  for (const [, tag] of body.matchAll(/<input\b([^>]*)>/g)) {
    const { name, value, type, checked } = attributesOf(tag);
    if (!name) continue;
    names.add(name);
    const isChoice = type === 'checkbox' || type === 'radio';
    if (!isChoice || checked !== undefined) fields[name] = value ?? (isChoice ? 'on' : '');
  }
  for (const [, tag, content] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const { name } = attributesOf(tag);
    names.add(name);
    fields[name] = decoded(content);
  }
  for (const [, tag, content] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name } = attributesOf(tag);
    names.add(name);
    options[name] = {};
    for (const [, option, text] of content.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)) {
      const { value, selected } = attributesOf(option);
      options[name][value ?? textOf(text)] = textOf(text);
      if (selected !== undefined || fields[name] === undefined) fields[name] = value ?? textOf(text);
    }
  }
  const buttons = [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].flatMap(([, tag, text]) => {
    const { name, value } = attributesOf(tag);
    if (!name) return [];
    names.add(name);
    return [{ name, value: value ?? '', text: textOf(text) }];
  });
  return { fields, names: [...names], options, buttons };
}
