import { Allow, NotFound } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { passkeyScript } from '../sign-in/passkey-script.js';
import { icon, script } from './assets.js';
import { fontNames } from './style.js';

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Its name changes with its content. */
  readonly isImmutable?: boolean;
}

const require = createRequire(import.meta.url);
const font = (path: string): Asset => ({
  type: 'font/woff2',
  body: readFileSync(require.resolve(path)),
  isImmutable: true,
});

const assets: Readonly<Record<string, Asset>> = {
  [fontNames.andada]: font('@fontsource-variable/andada-pro/files/andada-pro-latin-wght-normal.woff2'),
  [fontNames.archivo]: font('@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2'),
  'icon.svg': { type: 'image/svg+xml', body: Buffer.from(icon) },
  'llave.js': { type: 'text/javascript; charset=utf-8', body: Buffer.from(passkeyScript) },
  'tinkuy.js': { type: 'text/javascript; charset=utf-8', body: Buffer.from(script) },
};

/** The few files that pages ask for. Those that change with a release are kept for a day, the font for good. */
@Controller('assets')
export class AssetsController {
  @Allow('public')
  @Get(':name')
  async asset(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = assets[name];
    if (!asset) throw new NotFound('asset');
    const cache = asset.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400';
    await reply.header('Cache-Control', cache).type(asset.type).send(asset.body);
  }
}
