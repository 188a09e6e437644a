/** The cookies that a browser keeps, by origin. */
export class CookieJar {
  private readonly kept = new Map<string, Map<string, string>>();

  /** What goes with a request to the address; empty when there is nothing. */
  headerFor(url: string): Record<string, string> {
    const cookies = [...(this.kept.get(new URL(url).origin) ?? [])];
    return cookies.length > 0 ? { cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') } : {};
  }

  /** The same, one by one. A language that was chosen once is left out: an address says its own. */
  listFor(url: string): { name: string; value: string }[] {
    const cookies = [...(this.kept.get(new URL(url).origin) ?? [])];
    return cookies.filter(([name]) => name !== 'lang').map(([name, value]) => ({ name, value }));
  }

  keep(url: string, headers: Headers): void {
    const { origin } = new URL(url);
    const cookies = this.kept.get(origin) ?? new Map<string, string>();
    this.kept.set(origin, cookies);
    for (const cookie of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (!name) continue;
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  }
}
