export { MeetingRequestService } from './meeting-request.service.js';
