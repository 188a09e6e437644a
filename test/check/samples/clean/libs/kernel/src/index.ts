export { Clock } from './clock.js';
export { overlaps, type TimeSlot } from './time-slot.js';
