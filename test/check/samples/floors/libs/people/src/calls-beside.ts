export { same } from '../../same/src/index.js';
