import { NestFactory } from '@nestjs/core';
import { DomainModule } from '../../../apps/domain.module.js';
import { seedAgenda } from './fixture.js';

const app = await NestFactory.createApplicationContext(DomainModule, { logger: ['error', 'fatal'] });
await seedAgenda(app);
await app.close();
