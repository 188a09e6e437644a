import { Module } from '@nestjs/common';
import 'pino';

@Module({})
export class PeopleModule {}
