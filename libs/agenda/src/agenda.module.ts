import { EventsModule } from '#events';
import { Module } from '@nestjs/common';
import { PublishedAgendaRepository } from './versions/published-agenda.repository.js';

@Module({ imports: [EventsModule], providers: [PublishedAgendaRepository], exports: [PublishedAgendaRepository] })
export class AgendaModule {}
