import { Allow } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NotFound } from '#platform';
import { icon, script } from './assets.js';

const fontFile = createRequire(import.meta.url).resolve(
  '@fontsource-variable/andada-pro/files/andada-pro-latin-wght-normal.woff2',
);

const assets: Readonly<Record<string, { type: string; body: Buffer }>> = {
  'andada-pro.woff2': { type: 'font/woff2', body: readFileSync(fontFile) },
  'icon.svg': { type: 'image/svg+xml', body: Buffer.from(icon) },
  'tinkuy.js': { type: 'text/javascript; charset=utf-8', body: Buffer.from(script) },
};

/** The few files that pages ask for. They change with a release at most, so a day in the browser's cache is safe. */
@Controller('assets')
export class AssetsController {
  @Allow('public')
  @Get(':name')
  async asset(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const asset = assets[name];
    if (!asset) throw new NotFound('asset');
    await reply.header('Cache-Control', 'public, max-age=86400').type(asset.type).send(asset.body);
  }
}
