import { greet } from './greeting.js';

export function visit(name: string): void {
  greet(name);
}
