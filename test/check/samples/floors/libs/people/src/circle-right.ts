export type Right = { left?: import('./circle-left.js').Left };
