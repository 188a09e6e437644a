import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { connect } from './data-source.js';
import { DatabaseCloser } from './database-closer.js';
import { DatabaseListener } from './listener.js';
import { ProcessPresence } from './presence.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: (config: Config) => connect(config.databaseUrl, config.databasePool),
    },
    DatabaseListener,
    DatabaseCloser,
    ProcessPresence,
    UnitOfWork,
  ],
  exports: [DataSource, DatabaseListener, ProcessPresence, UnitOfWork],
})
export class DatabaseModule {}
