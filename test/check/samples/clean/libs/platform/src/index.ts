export { databaseUrl } from './config/environment.js';
export { PlatformModule } from './platform.module.js';
export { openQueue } from './queue/queue.js';
