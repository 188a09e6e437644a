import { readConfig, readDatabaseUrls, type Config } from './config.js';

let config: Config | undefined;

/** This process's settings: the one place where the environment is read. Throws BadEnvironment. */
export function processConfig(): Config {
  config ??= readConfig(process.env);
  return config;
}

/** Where this process's database is, for the commands that need no other setting. Throws BadEnvironment. */
export function processDatabaseUrl(): string {
  return processDatabaseUrls().owner;
}

/** The same, with the address of the application's role where one was given. Throws BadEnvironment. */
export function processDatabaseUrls(): { owner: string; application?: string } {
  return readDatabaseUrls(process.env);
}
