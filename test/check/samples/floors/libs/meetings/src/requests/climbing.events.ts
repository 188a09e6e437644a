export { MeetingRequest } from './meeting-request.entity.js';
