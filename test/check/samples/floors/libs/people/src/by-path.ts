export { overlaps } from '../../kernel/src/index.js';
