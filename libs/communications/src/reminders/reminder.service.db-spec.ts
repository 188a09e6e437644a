import { newId } from '#kernel';
import { UnitOfWork, type Work } from '#platform';
import { testApp, type TestApp } from '#support';
import { DataSource } from 'typeorm';
import { Reminder } from './reminder.entity.js';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderService } from './reminder.service.js';
import { ReminderSweep } from './reminder.sweep.js';

let app: TestApp;
let subjectId: string;

/** Two weeks after the test's start. */
const start = new Date('2025-06-20T14:00:00Z');
const minutes = 60_000;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

beforeEach(async () => {
  subjectId = newId();
  app.clock.set(new Date('2025-06-06T14:00:00Z'));
  await app.dataSource.query('TRUNCATE reminder, outbox CASCADE');
});

const inWork = <T>(body: (service: ReminderService, work: Work) => Promise<T>): Promise<T> =>
  app.get(UnitOfWork).run((work) => body(app.get(ReminderService), work));
const subject = () => ({ subjectKind: 'meeting', subjectId });
const schedule = (startsAt = start) =>
  inWork((service, work) =>
    service.schedule(work, { ...subject(), eventId: newId(), startsAt, offsetsMinutes: [1440, 60] }),
  );
const move = (startsAt: Date) => inWork((service, work) => service.move(work, { ...subject(), startsAt }));
const cancel = () => inWork((service, work) => service.cancel(work, subject()));

/** Fires what is due so many minutes before `of`. */
const sweepBefore = async (count: number, of = start): Promise<void> => {
  app.clock.set(new Date(of.getTime() - count * minutes));
  await app.get(ReminderSweep).fireDue();
};

const reminders = async (): Promise<[number, string][]> => {
  const rows = await app.dataSource
    .getRepository(Reminder)
    .find({ order: { occurrenceStart: 'ASC', offsetMinutes: 'DESC' } });
  return rows.map(({ offsetMinutes, state }) => [offsetMinutes, state]);
};

const announced = async (): Promise<number> => {
  const [{ count }] = await app.dataSource.query<{ count: number }[]>(
    "SELECT count(*)::int AS count FROM outbox WHERE event = 'ReminderDue'",
  );
  return count;
};

it('fires each reminder once, when the clock says so', async () => {
  await schedule();
  await sweepBefore(1441);
  expect(await announced()).toBe(0);
  await sweepBefore(1440);
  await sweepBefore(1430);
  expect([await reminders(), await announced()]).toEqual([
    [
      [1440, 'fired'],
      [60, 'scheduled'],
    ],
    1,
  ]);
  await sweepBefore(60);
  expect(await announced()).toBe(2);
});

it('is scheduled once though it is scheduled twice', async () => {
  await schedule();
  await schedule();
  expect(await reminders()).toEqual([
    [1440, 'scheduled'],
    [60, 'scheduled'],
  ]);
});

it('fires only the nearest when the clock jumps past several', async () => {
  await schedule();
  await sweepBefore(30);
  expect([await reminders(), await announced()]).toEqual([
    [
      [1440, 'skipped'],
      [60, 'fired'],
    ],
    1,
  ]);
});

it('fires nothing once the meeting began', async () => {
  await schedule();
  await sweepBefore(0);
  expect(await announced()).toBe(0);
});

it('moves with the start, and fires for the new one alone', async () => {
  await schedule();
  const later = new Date(start.getTime() + 2 * 24 * 60 * minutes);
  await move(later);
  await sweepBefore(60, start);
  expect(await announced()).toBe(0);
  await sweepBefore(1440, later);
  expect([await reminders(), await announced()]).toEqual([
    [
      [1440, 'moved'],
      [60, 'moved'],
      [1440, 'fired'],
      [60, 'scheduled'],
    ],
    1,
  ]);
});

it('reminds again of a new start after it has reminded of the old one', async () => {
  await schedule();
  await sweepBefore(60);
  const later = new Date(start.getTime() + 7 * 24 * 60 * minutes);
  await move(later);
  await sweepBefore(1440, later);
  await sweepBefore(60, later);
  expect(await announced()).toBe(3);
});

it('does not remind twice of a start that was left and come back to', async () => {
  await schedule();
  await sweepBefore(1440);
  await move(new Date(start.getTime() + 60 * minutes));
  await move(start);
  await sweepBefore(1400);
  await sweepBefore(60);
  expect(await announced()).toBe(2);
});

it('sends nothing for what was cancelled, not even after a late move', async () => {
  await schedule();
  await cancel();
  await move(new Date(start.getTime() + 60 * minutes));
  await sweepBefore(60);
  expect([await reminders(), await announced()]).toEqual([
    [
      [1440, 'cancelled'],
      [60, 'cancelled'],
    ],
    0,
  ]);
});

it('says nothing of a time that was already near when it was set', async () => {
  app.clock.set(new Date(start.getTime() - 90 * minutes));
  await schedule();
  expect(await reminders()).toEqual([
    [1440, 'skipped'],
    [60, 'scheduled'],
  ]);
});

describe('four sweeps at once', () => {
  /** Lets every sweep read before any of them writes: the worst that can happen. */
  class Together extends ReminderRepository {
    private waiting: (() => void)[] = [];

    constructor(
      dataSource: DataSource,
      private readonly locked: boolean,
    ) {
      super(dataSource);
    }

    override async lockDue(work: Work): Promise<Reminder[]> {
      const due = this.locked ? await super.lockDue(work) : await this.readDue(work);
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        if (this.waiting.length === 4) this.waiting.splice(0).forEach((go) => go());
      });
      return due;
    }

    private readDue(work: Work): Promise<Reminder[]> {
      return work.manager
        .createQueryBuilder(Reminder, 'reminder')
        .where("state = 'scheduled' AND due_at <= :now", { now: work.now })
        .getMany();
    }
  }

  const race = async (locked: boolean): Promise<number> => {
    for (let count = 0; count < 20; count += 1) {
      subjectId = newId();
      await schedule();
    }
    app.clock.set(new Date(start.getTime() - 1440 * minutes));
    const rows = new Together(app.dataSource, locked);
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const sweep = new ReminderSweep(app.get(UnitOfWork), rows);
        await sweep.fireBatch();
      }),
    );
    return announced();
  };

  it('fire each reminder once', async () => {
    expect(await race(true)).toBe(20);
  });

  it('would fire each four times without the lock', async () => {
    expect(await race(false)).toBe(80);
  });
});
