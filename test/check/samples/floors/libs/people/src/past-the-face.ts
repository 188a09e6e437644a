export type { TimeSlot } from '../../kernel/src/time-slot.js';
