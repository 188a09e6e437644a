import { readConfig, type Config } from './config.js';

let config: Config | undefined;

/** This process's settings: the one place where the environment is read. Throws BadEnvironment. */
export function processConfig(): Config {
  config ??= readConfig(process.env);
  return config;
}
