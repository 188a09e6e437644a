import { Allow, connectionType, orRefusal, type FailedJob } from '#platform';
import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

const jobStateEnum = { queued: 'queued', done: 'done', failed: 'failed' };
registerEnumType(jobStateEnum, {
  name: 'JobState',
  description: 'queued: waits or is under way. failed: given up after its tries; a person has to look.',
});

@Allow('staff')
@ObjectType('Job', { description: 'One reaction to one fact, done behind the scenes. For administrators.' })
export class JobType {
  @Field(() => ID, { description: 'Stable.' })
  id: string;

  @Field(() => String, { description: 'What is to be done: `mail-delegation-summary`.' })
  name: string;

  @Field(() => String, { description: 'The fact that it answers to: `DelegationSubmitted`.' })
  fact: string;

  @Field(() => jobStateEnum, { description: 'How far it is.' })
  state: FailedJob['state'];

  @Field(() => Int, { description: 'How often it failed.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'The error of its last try, for whoever mends it.' })
  lastError: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When the fact was recorded (UTC).' })
  recordedAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was given up (UTC); null while it was not.',
  })
  endedAt: Date | null;
}

export function jobType(job: FailedJob): JobType {
  return { ...job };
}

export const JobConnection = connectionType('Job', JobType, 'staff');
export const JobOrRefusal = orRefusal('Job', () => JobType);
