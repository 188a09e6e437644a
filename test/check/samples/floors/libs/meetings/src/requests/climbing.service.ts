export { MeetingRequestResolver } from './meeting-request.resolver.js';
