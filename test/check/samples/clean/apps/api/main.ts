import { MeetingRequestResolver, MeetingsModule } from '#meetings';
import { PeopleModule } from '#people';
import { databaseUrl, openQueue, PlatformModule } from '#platform';

console.log(PlatformModule, PeopleModule, MeetingsModule, MeetingRequestResolver, databaseUrl(), openQueue('mail'));
