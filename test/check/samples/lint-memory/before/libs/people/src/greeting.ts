export function greet(name: string): void {
  console.log(`Allin punchay, ${name}`);
}
