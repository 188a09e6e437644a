import 'node:worker_threads';
import 'node:fs';
import 'preact';
import './solver.js';
export type { TimeSlot } from '#kernel';
export { clashes } from '../requests/meeting-request.rules.js';
