import { Clock, instantOf } from '#kernel';
import { Allow, DemoClock, nothingChanged } from '#platform';
import { Body, Controller, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { typedOf } from '../frame/form.js';
import { seeOther } from '../frame/send-page.js';
import { demoZone } from './demo-clock.form.js';
import { DemoOnly } from './demo-only.guard.js';

const longest = 366 * 24 * 60;

/** Sets the time of the demo, so that reminders can be seen to come. */
@Allow('public')
@UseGuards(DemoOnly)
@Controller('demo/clock')
export class DemoClockController {
  constructor(
    private readonly clock: Clock,
    private readonly demoClock: DemoClock,
  ) {}

  /** `advance`: minutes from now on, up to a year; or `at`: a wall-clock time in Peru (`2025-06-20T09:00`). Anything else changes nothing. */
  @Post()
  async move(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { advance, at } = typedOf(body);
    const instant = this.instantFrom(advance ?? '', at ?? '');
    if (instant) await this.demoClock.set(instant);
    // The demonstration's time is nobody's row.
    nothingChanged();
    await seeOther(reply, instant ? '/buzon' : '/buzon?clock=unread');
  }

  private instantFrom(advance: string, at: string): Date | null {
    const minutes = Number(advance);
    if (Number.isInteger(minutes) && minutes > 0 && minutes <= longest) {
      return new Date(this.clock.now().getTime() + minutes * 60_000);
    }
    return instantOf(at, demoZone);
  }
}
