import { AgendaVersionService } from '#agenda';
import { Event } from '#events';
import { AccountService, RoleService } from '#identity';
import { isRefusal, newId, wordsOf, type Refusal } from '#kernel';
import { DemoClock, processConfig, ProcessLogger, UnitOfWork, type StaffViewer } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { DomainModule } from '../domain.module.js';
import { seedDelegations } from './seed-delegations.js';
import { at, seedEvent, type SeededEvent } from './seed-event.js';
import { seedInstitutions, type SeededInstitution } from './seed-institutions.js';
import { seedMeetings } from './seed-meetings.js';

const email = 'organiza@demo.example';
const password = 'encuentro en el Cusco';

/** The demonstration begins on the first day of the encounter, after the morning's meetings. */
const beginning = at(0, '12:30');

const seeder: StaffViewer = {
  kind: 'staff',
  accountId: newId(),
  name: 'Demostración',
  sessionId: newId(),
  isAdministrator: true,
  roles: new Map(),
  language: 'es',
  requestId: 'demonstration',
};

/** The answer of a service that cannot refuse here: if it does, the demonstration itself is wrong. */
function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(wordsOf(answer, 'en'));
  return answer;
}

async function seedRows(
  app: INestApplicationContext,
): Promise<{ event: SeededEvent; uninvited: readonly SeededInstitution[] }> {
  return app.get(UnitOfWork).run(async (work) => {
    const institutions = await seedInstitutions(work);
    const event = await seedEvent(work, institutions);
    const uninvited = await seedDelegations(work, event, institutions);
    await seedMeetings(work, event, institutions);
    return { event, uninvited };
  });
}

async function seed(app: INestApplicationContext): Promise<string> {
  if (await app.get(DataSource).getRepository(Event).exists()) return 'events are here already';
  await app.get(DemoClock).set(beginning);
  const { event, uninvited } = await seedRows(app);
  granted(await app.get(AgendaVersionService).publish(seeder, event.id));
  const account = granted(
    await app
      .get(AccountService)
      .create(seeder, { email, name: 'Organización (demo)', password, isAdministrator: true }),
  );
  await app.get(RoleService).grant(seeder, { eventId: event.id, email: account.email, role: 'organiser' });
  void uninvited;
  return `II Encuentro seeded; two mancomunidades await their invitation in the mailbox`;
}

const config = processConfig();
const app = await NestFactory.createApplicationContext(DomainModule, {
  logger: new ProcessLogger(),
  abortOnError: false,
});
try {
  const outcome = await seed(app);
  if (config.dataDirectory)
    await writeFile(path.join(config.dataDirectory, 'demo.json'), JSON.stringify({ email, password }));
  console.log(outcome);
} finally {
  await app.close();
}
