import { newId } from '#kernel';
import { ProcessPresence, UnitOfWork } from '#platform';
import { testApp, type TestApp } from '#support';
import type { EntityManager } from 'typeorm';
import { declareMail, type EventMail } from '../messages/mail.js';
import { Message } from '../messages/message.entity.js';
import { MessageService } from '../messages/message.service.js';
import { DeliveryEventRepository } from './delivery-event.repository.js';
import { DeliveryMarks } from './delivery.marks.js';
import { DeliveryRepository } from './delivery.repository.js';

const mail = declareMail<EventMail>({
  name: 'race-letter',
  policy: 'at_most_once',
  subject: { es: 'Su visita', en: 'Your visit' },
  render: () => ({ greeting: 'Estimada Ana:', paragraphs: ['La esperamos.'] }),
  sample: { eventName: 'II Encuentro', isDemonstration: false },
});

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

describe('a message that four workers were told to deliver at once', () => {
  /** Lets all four look before any of them takes it: the worst that can happen. */
  class Together extends DeliveryRepository {
    private waiting: (() => void)[] = [];

    constructor(private readonly locked: boolean) {
      super(app.dataSource);
    }

    override async lock(manager: EntityManager, id: string): Promise<Message | null> {
      if (this.locked) return super.lock(manager, id);
      const message = await manager.findOneBy(Message, { id });
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        if (this.waiting.length === 4) this.waiting.splice(0).forEach((go) => go());
      });
      return message;
    }
  }

  const race = async (locked: boolean): Promise<number> => {
    const dedupeKey = newId();
    await app.get(UnitOfWork).run(async (work) => {
      const to = { name: 'Ana Quispe', address: 'ana@example.org' };
      const letter = { mail, to, eventId: newId(), language: 'es' as const, data: mail.sample, dedupeKey };
      await app.get(MessageService).queue(work, letter);
    });
    const { id: messageId } = await app.dataSource.getRepository(Message).findOneByOrFail({ dedupeKey });
    const events = app.get(DeliveryEventRepository);
    const marks = new DeliveryMarks(app.get(UnitOfWork), new Together(locked), app.get(ProcessPresence), events);
    const taken = await Promise.all(Array.from({ length: 4 }, () => marks.take(messageId)));
    return taken.filter((message) => message !== null).length;
  };

  it('is taken by one', async () => {
    expect(await race(true)).toBe(1);
  });

  it('would be taken by all four without the lock on its row', async () => {
    expect(await race(false)).toBe(4);
  });
});
