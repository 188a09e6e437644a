import { ApiError, apiErrorCode } from './api-error.js';
import { connection } from './connection-state.js';
import { proveAgain } from './step-up.js';

/** Why the server could not read a file, in words that say how to mend it. */
export interface FileRefusal {
  readonly code: string;
  readonly message: string;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    connection.lost();
    throw new ApiError('UNREACHABLE', 'The server cannot be reached');
  }
}

async function codeOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return String((JSON.parse(text) as { code?: unknown }).code);
  } catch {
    return response.status === 413 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  }
}

/** The answer, once whoever asks has proved who they are where that is needed. Throws an ApiError where there is none. */
async function asked(path: string, init: RequestInit): Promise<Response> {
  const response = await request(path, init);
  if (response.ok || response.status === 422) return response;
  const code = await codeOf(response);
  if (code !== 'STEP_UP_NEEDED' || !(await proveAgain())) throw new ApiError(apiErrorCode(code), path);
  const again = await request(path, init);
  if (again.ok || again.status === 422) return again;
  throw new ApiError(apiErrorCode(await codeOf(again)), path);
}

/** Sends a file to be imported; answers the id of its preview, or why it could not be read. */
export async function uploadFile(path: string, file: File): Promise<{ id: string } | FileRefusal> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await asked(path, { method: 'POST', headers, body: file });
  return (await response.json()) as { id: string } | FileRefusal;
}

/** Takes a file from the server and hands it to the browser to keep. */
export async function downloadFile(path: string): Promise<void> {
  const response = await asked(path, {});
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name ?? 'tinkuy' });
  link.click();
  // The browser has begun to keep it by then; the address holds the whole file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
