async function late(): Promise<void> {
  await Promise.resolve();
}

export function floating(): void {
  late();
}

export function misused(): number[] {
  return [1].filter(async () => true);
}

export function forgotten(): string {
  return late() ? 'always' : 'never';
}
