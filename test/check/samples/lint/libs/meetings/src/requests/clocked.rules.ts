import { Clock } from '#kernel';

export const clock = Clock;
