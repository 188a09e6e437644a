export function databaseUrl(): string | undefined {
  return process.env.DATABASE_URL;
}
