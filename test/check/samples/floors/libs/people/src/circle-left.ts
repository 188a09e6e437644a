import type { Right } from './circle-right.js';
export type Left = { right?: Right };
