import { Injectable, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { declareEvent } from './domain-event.js';
import { Handles, handlersOf } from './handles.js';
import { declareJob, type Job } from './job.js';

const BellRang = declareEvent<{ bellId: string }>('BellRang');
const openDoor = declareJob('open-door', BellRang);
const barkOnce = declareJob('bark-once', BellRang);

@Injectable()
class Porter {
  opened: string[] = [];

  @Handles(openDoor)
  async open({ bellId }: { bellId: string }): Promise<void> {
    this.opened.push(bellId);
    return Promise.resolve();
  }
}

@Injectable()
class SecondPorter {
  @Handles(openDoor)
  async alsoOpen({ bellId }: { bellId: string }): Promise<void> {
    return Promise.reject(new Error(`Two at the door for ${bellId}`));
  }
}

/** What the process finds when it starts with these providers and declared jobs. */
async function found(providers: Provider[], jobs: readonly Job[]) {
  @Module({ imports: [DiscoveryModule], providers })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false });
  try {
    return { handlers: handlersOf(app.get(DiscoveryService), jobs), app };
  } finally {
    await app.close();
  }
}

describe('the handlers of jobs, when the worker starts', () => {
  it('are found among the providers and bound to theirs', async () => {
    const { handlers, app } = await found([Porter], [openDoor] as Job[]);
    await handlers.get('open-door')?.({ bellId: 'front' });
    expect(app.get(Porter).opened).toEqual(['front']);
  });

  it('are missed by name', async () => {
    await expect(found([Porter], [openDoor, barkOnce] as Job[])).rejects.toThrow(
      'bark-once has 0 handlers, expected one',
    );
  });

  it('may not be two', async () => {
    await expect(found([Porter, SecondPorter], [openDoor] as Job[])).rejects.toThrow(
      'open-door has 2 handlers, expected one',
    );
  });

  it('may not handle what is not declared', async () => {
    await expect(found([Porter], [])).rejects.toThrow('open-door is handled but not declared');
  });
});

describe('a job or an event', () => {
  it('is declared once', () => {
    expect(() => declareJob('open-door', BellRang)).toThrow('The job open-door is declared twice');
    expect(() => declareEvent('BellRang')).toThrow('The event BellRang is declared twice');
  });
});
