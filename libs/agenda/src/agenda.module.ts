import { CommunicationsModule } from '#communications';
import { EventsModule } from '#events';
import { InstitutionsModule } from '#institutions';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { ThematicBlockRepository } from './blocks/thematic-block.repository.js';
import { ThematicBlockResolver } from './blocks/thematic-block.resolver.js';
import { ThematicBlockService } from './blocks/thematic-block.service.js';
import { SessionConflicts } from './sessions/session-conflicts.js';
import { SessionDays } from './sessions/session-days.js';
import { SessionFinder } from './sessions/session.finder.js';
import { SessionExporter } from './sessions/session.export.js';
import { SessionImporter } from './sessions/session.import.js';
import { SessionPlace } from './sessions/session-place.js';
import { SessionReminderResolver } from './sessions/session-reminder.resolver.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionRooms } from './sessions/session-rooms.js';
import { SessionTimesResolver } from './sessions/session-times.resolver.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { SessionService } from './sessions/session.service.js';
import { SessionSpeakersResolver } from './speakers/session-speakers.resolver.js';
import { SpeakerJobs } from './speakers/speaker.jobs.js';
import { SpeakerLetters } from './speakers/speaker-letters.js';
import { SpeakerLettersRepository } from './speakers/speaker-letters.repository.js';
import { SpeakerRepository } from './speakers/speaker.repository.js';
import { SpeakerResolver } from './speakers/speaker.resolver.js';
import { SpeakerService } from './speakers/speaker.service.js';
import { AgendaVersionRepository } from './versions/agenda-version.repository.js';
import { AgendaVersionService } from './versions/agenda-version.service.js';
import { AgendaDifferenceResolver } from './versions/agenda-difference.resolver.js';
import { AgendaResolver } from './versions/agenda.resolver.js';
import { PublishedAgendaRepository } from './versions/published-agenda.repository.js';

const repositories = [
  ThematicBlockRepository,
  SessionRepository,
  SpeakerRepository,
  AgendaVersionRepository,
  PublishedAgendaRepository,
];
const letters = [SpeakerLettersRepository, SpeakerLetters, SpeakerJobs];
const services = [ThematicBlockService, SessionService, SpeakerService, AgendaVersionService];
const guards = [SessionDays, SessionRooms];
const files = [SessionImporter, SessionExporter];
const resolvers = [
  ThematicBlockResolver,
  SessionResolver,
  SessionReminderResolver,
  SessionTimesResolver,
  SessionSpeakersResolver,
  SpeakerResolver,
  AgendaResolver,
  AgendaDifferenceResolver,
];

@Module({
  imports: [EventsModule, PeopleModule, InstitutionsModule, CommunicationsModule],
  providers: [
    ...repositories,
    ...services,
    ...resolvers,
    ...letters,
    SessionConflicts,
    SessionFinder,
    SessionPlace,
    ...guards,
    ...files,
  ],
  exports: [...repositories, ...services],
})
export class AgendaModule {}
