import { AgendaVersionService } from '#agenda';
import { ReminderService } from '#communications';
import { Event } from '#events';
import { AccountService, LinkService, RoleService } from '#identity';
import { isRefusal, wordsOf, type Refusal } from '#kernel';
import { MeetingRequestService } from '#meetings';
import { DemoClock, processConfig, ProcessLogger, theSystem, UnitOfWork } from '#platform';
import { InvitationService } from '#registrations';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { DomainModule } from '../domain.module.js';
import { seedDelegations } from './seed-delegations.js';
import { at, seedEvent } from './seed-event.js';
import { seedInstitutions } from './seed-institutions.js';
import { seedMeetings } from './seed-meetings.js';

const email = 'organiza@demo.example';
const password = 'encuentro en el Cusco';

/** The demonstration begins on the first day of the encounter, after the morning's meetings. */
const beginning = at(0, '12:30');

/** The answer of a service that cannot refuse here: if it does, the demonstration itself is wrong. */
function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(wordsOf(answer, 'en'));
  return answer;
}

function seedRows(app: INestApplicationContext) {
  return app.get(UnitOfWork).run(async (work) => {
    const institutions = await seedInstitutions(work);
    const event = await seedEvent(work, institutions);
    const uninvited = await seedDelegations(work, event, institutions);
    const services = { reminders: app.get(ReminderService), links: app.get(LinkService) };
    const meetings = await seedMeetings(work, event, institutions, services);
    return { event, uninvited, meetings };
  });
}

type Rows = Awaited<ReturnType<typeof seedRows>>;

/** What goes through the services, so that it leaves mails to be opened in the mailbox: two invitations and a request for a meeting. */
async function playOn(app: INestApplicationContext, { event, uninvited, meetings }: Rows): Promise<void> {
  const rows = uninvited.map(({ id, personId }) => ({ institutionId: id, personId, quota: 3 }));
  const { refusals } = await app.get(InvitationService).inviteFocalPoints(theSystem, event.id, rows);
  refusals.forEach(granted);
  const parties = { fromPartyId: meetings.lateParty, toPartyId: meetings.hostParty };
  const topic = 'Muestras de hilado para una feria regional';
  granted(await app.get(MeetingRequestService).send(theSystem, { eventId: event.id, ...parties, topic }));
}

async function seed(app: INestApplicationContext): Promise<string> {
  if (await app.get(DataSource).getRepository(Event).exists()) return 'events are here already';
  await app.get(DemoClock).set(beginning);
  const rows = await seedRows(app);
  granted(await app.get(AgendaVersionService).publish(theSystem, rows.event.id));
  const name = 'Organización (demo)';
  granted(await app.get(AccountService).create(theSystem, { email, name, password, isAdministrator: true }));
  granted(await app.get(RoleService).grant(theSystem, { eventId: rows.event.id, email, role: 'organiser' }));
  await playOn(app, rows);
  return 'the II Encuentro; two invitations and a request for a meeting wait in the mailbox';
}

const config = processConfig();
const app = await NestFactory.createApplicationContext(DomainModule, {
  logger: new ProcessLogger(),
  abortOnError: false,
});
try {
  const outcome = await seed(app);
  if (config.dataDirectory) {
    await writeFile(path.join(config.dataDirectory, 'demo.json'), JSON.stringify({ email, password }));
  }
  console.log(outcome);
} finally {
  await app.close();
}
