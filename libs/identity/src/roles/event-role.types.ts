import type { EventRole } from '#platform';
import { registerEnumType } from '@nestjs/graphql';

export const eventRoleEnum: Readonly<Record<EventRole, EventRole>> = { organiser: 'organiser', reader: 'reader' };
registerEnumType(eventRoleEnum, {
  name: 'EventRole',
  description: 'What staff may do at one event: an organiser changes, a reader reads.',
});
