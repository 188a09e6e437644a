import { Global, Module } from '@nestjs/common';
import { Config, readConfig } from './config.js';

@Global()
@Module({
  // The one place where the environment is read.
  providers: [{ provide: Config, useFactory: () => readConfig(process.env) }],
  exports: [Config],
})
export class ConfigModule {}
