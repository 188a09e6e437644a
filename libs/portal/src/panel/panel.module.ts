import { Module } from '@nestjs/common';
import { BuiltFiles } from './built-files.js';
import { GraphiqlController } from './graphiql.controller.js';
import { PanelController } from './panel.controller.js';

@Module({ controllers: [PanelController, GraphiqlController], providers: [BuiltFiles] })
export class PanelModule {}
