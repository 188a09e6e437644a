export interface FileAnswer {
  readonly status: number;
  readonly body: { readonly id: string; readonly code?: string; readonly message?: string };
}

/** Uploads a file to import, as the panel does. */
export async function uploadFile(
  url: string,
  path: string,
  content: string | Uint8Array,
  { cookie, type = 'text/csv' }: { cookie?: string; type?: string } = {},
): Promise<FileAnswer> {
  const headers: Record<string, string> = { 'content-type': type };
  if (cookie) headers['cookie'] = cookie;
  const response = await fetch(`${url}/imports/${path}`, { method: 'POST', headers, body: content as never });
  return { status: response.status, body: (await response.json()) as FileAnswer['body'] };
}

/** Downloads a file as somebody. */
export async function download(url: string, path: string, cookie?: string) {
  const response = await fetch(`${url}${path}`, { headers: cookie ? { cookie } : {} });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
}
