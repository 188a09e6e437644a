import { GraphqlModule, HttpModule } from '#platform';
import { PortalModule } from '#portal';
import { Module } from '@nestjs/common';
import { DomainModule } from '../domain.module.js';

@Module({ imports: [DomainModule, HttpModule, GraphqlModule, PortalModule] })
export class ApiModule {}
