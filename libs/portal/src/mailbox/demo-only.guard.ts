import { Config, NotFound } from '#platform';
import { Injectable, type CanActivate } from '@nestjs/common';

/** Pages that only a demo has: in production they do not exist. */
@Injectable()
export class DemoOnly implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(): boolean {
    if (this.config.isProduction) throw new NotFound('page');
    return true;
  }
}
