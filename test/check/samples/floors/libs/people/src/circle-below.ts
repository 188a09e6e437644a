import type { Above } from './circle-above.js';
export type Below = { above?: Above };
