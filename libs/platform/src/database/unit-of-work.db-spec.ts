import { testApp, type TestApp } from '#support';
import { declareEvent } from '../outbox/domain-event.js';
import { OutboxRow } from '../outbox/outbox.entity.js';
import { UnitOfWork } from './unit-of-work.js';

const DoorOpened = declareEvent<{ doorId: string }>('DoorOpened');

describe('a unit of work', () => {
  let app: TestApp;
  let unitOfWork: UnitOfWork;

  const recorded = () => app.dataSource.getRepository(OutboxRow).findBy({ event: 'DoorOpened' });

  beforeAll(async () => {
    app = await testApp();
    unitOfWork = app.get(UnitOfWork);
  });
  beforeEach(() => app.dataSource.getRepository(OutboxRow).delete({ event: 'DoorOpened' }));
  afterAll(() => app.close());

  it('announces what it did when it commits, at the instant of its clock', async () => {
    await unitOfWork.run((work) => work.record(DoorOpened, { doorId: 'front' }));
    const [row] = await recorded();
    expect({ facts: row.facts, recordedAt: row.recordedAt, relayedAt: row.relayedAt }).toEqual({
      facts: { doorId: 'front' },
      recordedAt: app.clock.now(),
      relayedAt: null,
    });
  });

  it('announces nothing when it breaks', async () => {
    const broken = unitOfWork.run(async (work) => {
      await work.record(DoorOpened, { doorId: 'front' });
      throw new Error('the hinge broke');
    });
    await expect(broken).rejects.toThrow('the hinge broke');
    expect(await recorded()).toEqual([]);
  });

  it('becomes a part of a greater one, falls by itself, and falls with it', async () => {
    const opened = (doorId: string) => unitOfWork.run((work) => work.record(DoorOpened, { doorId }));
    const jammed = () =>
      unitOfWork.run(async (work) => {
        await work.record(DoorOpened, { doorId: 'jammed' });
        return unitOfWork.undo('stays shut');
      });
    await unitOfWork.run((work) =>
      unitOfWork.within(work, async () => {
        await opened('front');
        expect(await jammed()).toBe('stays shut');
        await opened('back');
      }),
    );
    expect((await recorded()).map(({ facts }) => facts.doorId).sort()).toEqual(['back', 'front']);
    const broken = unitOfWork.run((work) =>
      unitOfWork.within(work, async () => {
        await opened('side');
        throw new Error('the house fell');
      }),
    );
    await expect(broken).rejects.toThrow('the house fell');
    expect(await recorded()).toHaveLength(2);
  });

  it('can answer and still undo all it wrote', async () => {
    const answer = await unitOfWork.run(async (work) => {
      await work.record(DoorOpened, { doorId: 'front' });
      return unitOfWork.undo('stays shut');
    });
    expect(answer).toBe('stays shut');
    expect(await recorded()).toEqual([]);
  });
});
