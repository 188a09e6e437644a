export const retired = 'nobody reads this';

export type Retired = string;

export function greet(name: string): void {
  console.log(`Allin punchay, ${name}`);
}
