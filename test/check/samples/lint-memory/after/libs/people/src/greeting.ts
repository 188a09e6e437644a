export async function greet(name: string): Promise<void> {
  await Promise.resolve();
  console.log(`Allin punchay, ${name}`);
}
