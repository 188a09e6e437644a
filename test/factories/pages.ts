/** A page as a browser without a script gets it. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** Where a 303 leads: the path and query. */
  readonly location: string | null;
}

export async function visit(url: string, path: string): Promise<Visited> {
  return read(await fetch(`${url}${path}`, { redirect: 'manual' }));
}

/** Sends a form as a browser does. */
export async function post(url: string, path: string, fields: Record<string, string>): Promise<Visited> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return read(await fetch(`${url}${path}`, { method: 'POST', headers, body, redirect: 'manual' }));
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
