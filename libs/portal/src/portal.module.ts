import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AssetsController } from './frame/assets.controller.js';
import { PageErrors } from './frame/page-errors.filter.js';

@Module({
  controllers: [AssetsController],
  providers: [{ provide: APP_FILTER, useClass: PageErrors }],
})
export class PortalModule {}
