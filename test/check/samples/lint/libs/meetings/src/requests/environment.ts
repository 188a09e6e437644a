import { env } from 'node:process';

const { env: own } = process;
export const read = [env, own, process.env.HOME, process['env'].HOME, globalThis.process.env.HOME];
