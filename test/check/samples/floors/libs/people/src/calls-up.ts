export type { MeetingsModule } from '#meetings';
