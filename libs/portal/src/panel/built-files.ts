import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openingOf, type Opening } from './opening.js';

/** Beside the compiled libs: what vite made of apps/panel. */
const folder = path.resolve(import.meta.dirname, '../../../../panel');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

type PageName = 'index.html' | 'graphiql.html';

/**
 * The files of the panel's build, by their names: nothing else can be asked for. Read once: pages name their assets by digests, so a
 * process serves the one build that it found at its start, and a new build begins with a new process.
 */
@Injectable()
export class BuiltFiles {
  private readonly assets: ReadonlySet<string>;
  private readonly pages: ReadonlyMap<PageName, string>;
  private readonly openings: readonly Opening[];

  constructor() {
    const place = path.join(folder, 'assets');
    this.assets = new Set(existsSync(place) ? readdirSync(place) : []);
    const names = (['index.html', 'graphiql.html'] as const).filter((name) => existsSync(path.join(folder, name)));
    this.pages = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
    const file = path.join(folder, 'openings.json');
    this.openings = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Opening[]) : [];
  }

  /** The panel's operations by their hashes; none where the panel was not built. */
  documents(): Readonly<Record<string, string>> {
    const file = path.join(folder, 'documents.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  }

  /** A page of the build; null where the panel was not built. */
  page(name: PageName): string | null {
    return this.pages.get(name) ?? null;
  }

  /** The panel's page for an address under it. It names what the screen there needs, so that the browser fetches all of it at once. */
  panel(address: string): string | null {
    const opening = openingOf(this.openings, address);
    const hints = [
      ...(opening?.scripts ?? []).map((file) => `<link rel="modulepreload" crossorigin href="/panel/${file}">`),
      ...(opening?.styles ?? []).map((file) => `<link rel="stylesheet" crossorigin href="/panel/${file}">`),
    ];
    return this.page('index.html')?.replace('</head>', `${hints.join('')}</head>`) ?? null;
  }

  /** Sends an asset, compressed beforehand where the browser takes it; false where there is no such asset. */
  async sendAsset(reply: FastifyReply, name: string): Promise<boolean> {
    const type = types[path.extname(name)];
    if (!type || !this.assets.has(name)) return false;
    const accepted = String(reply.request.headers['accept-encoding'] ?? '');
    const encoding = encodings.find((one) => accepted.includes(one.name) && this.assets.has(name + one.ending));
    reply.header('Cache-Control', 'public, max-age=31536000, immutable').header('Vary', 'Accept-Encoding').type(type);
    if (encoding) reply.header('Content-Encoding', encoding.name);
    await reply.send(createReadStream(path.join(folder, 'assets', name + (encoding?.ending ?? ''))));
    return true;
  }
}
