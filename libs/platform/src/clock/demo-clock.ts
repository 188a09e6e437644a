import { Clock, ShiftedClock } from '#kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { DatabaseListener } from '../database/listener.js';
import { ClockShift } from './clock-shift.entity.js';

/** Sets the time of the demo, in every process at once. In production the clock is the system's and cannot be set. */
@Injectable()
export class DemoClock implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: DatabaseListener,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.isProduction) return;
    await this.listener.listen('clock', () => void this.read());
    await this.read();
  }

  /** Makes it `instant` now; time goes on from there at the usual pace. Throws in production. */
  async set(instant: Date): Promise<void> {
    if (this.config.isProduction) throw new Error('The clock cannot be set in production');
    const milliseconds = String(instant.getTime() - Date.now());
    await this.dataSource.getRepository(ClockShift).upsert({ id: 1, milliseconds }, ['id']);
    await this.read();
    await this.dataSource.query("SELECT pg_notify('clock', '')");
  }

  private async read(): Promise<void> {
    const row = await this.dataSource.getRepository(ClockShift).findOneBy({ id: 1 });
    (this.clock as ShiftedClock).shiftTo(Number(row?.milliseconds ?? 0));
  }
}
