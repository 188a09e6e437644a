export { MeetingsModule } from './meetings.module.js';
export { MeetingRequestResolver } from './requests/meeting-request.resolver.js';
