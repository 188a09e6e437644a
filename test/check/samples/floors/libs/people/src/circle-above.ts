import type { Below } from './circle-below.js';
export type Above = { below?: Below };
