import { Clock, newId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import type { DomainEvent, Facts } from '../outbox/domain-event.js';
import { OutboxRow } from '../outbox/outbox.entity.js';

/** One transaction: rows are read and written through `manager`, and facts are recorded with them. */
export class Work {
  /** The instant of this unit of work, by the injected clock. */
  readonly now: Date;

  constructor(
    readonly manager: EntityManager,
    clock: Clock,
  ) {
    this.now = clock.now();
  }

  /** Announces a fact. It becomes known if and only if this transaction commits; there is no other way to announce. */
  async record<F extends Facts>(event: DomainEvent<F>, facts: F): Promise<void> {
    await this.manager.insert(OutboxRow, { id: newId(), event: event.name, facts: { ...facts }, recordedAt: this.now });
    await this.manager.query("SELECT pg_notify('outbox', '')");
  }
}

/** Thrown inside a unit of work to undo it and still answer: the transaction rolls back and `run` returns the answer. */
class Undo<T> extends Error {
  constructor(readonly answer: T) {
    super('undone');
  }
}

/** The transaction that the units of work of a greater one become parts of. */
const surrounding = new AsyncLocalStorage<EntityManager>();

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Runs `body` in one READ COMMITTED transaction and commits when it returns. Throwing rolls back. */
  async run<T>(body: (work: Work) => Promise<T>): Promise<T> {
    try {
      const outer = surrounding.getStore() ?? this.dataSource.manager;
      return await outer.transaction((manager) => body(new Work(manager, this.clock)));
    } catch (error) {
      if (error instanceof Undo) return error.answer as T;
      throw error;
    }
  }

  /**
   * Units of work that `body` runs become parts of `work`, one after the other: each is undone by itself when it refuses or throws, and
   * all of them fall with `work`.
   */
  within<T>(work: Work, body: () => Promise<T>): Promise<T> {
    return surrounding.run(work.manager, body);
  }

  /** From inside `run`: rolls everything back, and makes `run` answer this (usually a refusal found after a write). */
  undo<T>(answer: T): never {
    throw new Undo(answer);
  }
}
