import { ViewerSource } from '#platform';
import { Global, Module } from '@nestjs/common';
import { CookieViewerSource } from './viewer/cookie-viewer-source.js';

@Global()
@Module({
  providers: [{ provide: ViewerSource, useClass: CookieViewerSource }],
  exports: [ViewerSource],
})
export class IdentityModule {}
