import { AgendaModule } from '#agenda';
import { EventsModule } from '#events';
import { Module } from '@nestjs/common';
import { EventPages } from './event-pages.js';
import { EventsController } from './events.controller.js';

@Module({ imports: [EventsModule, AgendaModule], controllers: [EventsController], providers: [EventPages] })
export class EventPagesModule {}
