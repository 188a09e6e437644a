import { Global, Module } from '@nestjs/common';
import { Config } from './config.js';
import { processConfig } from './process-config.js';

@Global()
@Module({ providers: [{ provide: Config, useFactory: processConfig }], exports: [Config] })
export class ConfigModule {}
