import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Allow } from '../access/rule.js';
import { NotFound } from '../access/viewer.js';
import { Config } from '../config/config.js';

const { resolve } = createRequire(import.meta.url);

/** A file of an installed package, whether or not the package names it among its exports. */
const installed = (name: string, file: string): string =>
  path.join(path.dirname(resolve(`${name}/package.json`)), file);

const files: Readonly<Record<string, { file: string; type: string }>> = {
  'react.js': { file: installed('react', 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { file: installed('react-dom', 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { file: installed('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { file: installed('graphiql', 'graphiql.min.css'), type: 'text/css' },
};

/** The explorer carries its fonts inside its style sheet. */
const contentSecurity =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data: 'self'; connect-src 'self'; frame-ancestors 'none'";

const explorer = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>GraphiQL · Tinkuy</title>
<link rel="icon" href="/assets/icon.svg"><link rel="stylesheet" href="/graphiql/graphiql.css">
<style>body{margin:0}#graphiql{height:100vh}</style>
</head>
<body>
<div id="graphiql">Loading…</div>
<script src="/graphiql/react.js"></script><script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script><script src="/graphiql/start.js"></script>
</body>
</html>`;

const start = `ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  defaultQuery: '# Every type and field is described: open the documentation at the left.\\n{\\n  currentTime\\n}\\n',
}));`;

/** The explorer of the API, served from this process alone so that it works offline. It does not exist in production. */
@Allow('public')
@Controller('graphiql')
export class GraphiqlController {
  constructor(private readonly config: Config) {}

  @Get()
  async page(@Res() reply: FastifyReply): Promise<void> {
    this.refuseInProduction();
    await reply.header('Content-Security-Policy', contentSecurity).type('text/html; charset=utf-8').send(explorer);
  }

  @Get(':file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    this.refuseInProduction();
    if (name === 'start.js') return void (await reply.type('text/javascript').send(start));
    const asset = files[name];
    if (!asset) throw new NotFound('file');
    await reply.header('Cache-Control', 'public, max-age=86400').type(asset.type).send(createReadStream(asset.file));
  }

  private refuseInProduction(): void {
    if (this.config.isProduction) throw new NotFound('page');
  }
}
