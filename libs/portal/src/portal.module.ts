import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AssetsController } from './frame/assets.controller.js';
import { PageErrors } from './frame/page-errors.filter.js';
import { PanelController } from './panel/panel.controller.js';

@Module({
  controllers: [AssetsController, PanelController],
  providers: [{ provide: APP_FILTER, useClass: PageErrors }],
})
export class PortalModule {}
