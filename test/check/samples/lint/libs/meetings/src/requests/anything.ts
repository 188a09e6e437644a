export function anything(value: any): string {
  return value.name;
}
