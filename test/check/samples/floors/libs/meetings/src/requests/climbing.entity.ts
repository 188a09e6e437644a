export { MeetingRequestRepository } from './meeting-request.repository.js';
