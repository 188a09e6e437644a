import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { connect } from './data-source.js';
import { DatabaseCloser } from './database-closer.js';
import { DatabaseListener } from './listener.js';
import { ProcessPresence } from './presence.js';
import { RowScopes } from './row-scopes.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config, RowScopes],
      useFactory: (config: Config, scopes: RowScopes) =>
        connect(config.databaseUrl, config.databasePool, {
          scopes,
          applicationUrl: config.applicationDatabaseUrl,
          statementLimit: config.operationLimit,
        }),
    },
    RowScopes,
    DatabaseListener,
    DatabaseCloser,
    ProcessPresence,
    UnitOfWork,
  ],
  exports: [DataSource, RowScopes, DatabaseListener, ProcessPresence, UnitOfWork],
})
export class DatabaseModule {}
