import { Clock, ShiftedClock, SystemClock } from '#kernel';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ClockResolver } from './clock.resolver.js';
import { DemoClock } from './demo-clock.js';

@Global()
@Module({
  providers: [
    {
      provide: Clock,
      inject: [Config],
      useFactory: (config: Config): Clock => (config.isProduction ? new SystemClock() : new ShiftedClock()),
    },
    DemoClock,
    ClockResolver,
  ],
  exports: [Clock, DemoClock],
})
export class ClockModule {}
