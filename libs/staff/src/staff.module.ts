import { CommunicationsModule } from '#communications';
import { Module } from '@nestjs/common';
import { AccountLetterJobs } from './letters/account-letter.jobs.js';

@Module({ imports: [CommunicationsModule], providers: [AccountLetterJobs] })
export class StaffModule {}
