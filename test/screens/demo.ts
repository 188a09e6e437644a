import { startProduct, type Product } from '#support';
import { cloneDemonstration, demonstrationSecret } from './demonstration.js';

interface DemoOptions {
  /** How browsers call it; passkeys need a name. */
  readonly host?: 'localhost' | '127.0.0.1';
  /** Where nothing waits for a mail, a job or a sweep, the worker stays away. */
  readonly withWorker?: boolean;
}

/** The product with the II Encuentro as `npm start` seeds it. */
export async function startDemo(options: DemoOptions = {}): Promise<Product> {
  const database = await cloneDemonstration();
  const env = { SECRET: demonstrationSecret, TINKUY_MODE: 'demo' };
  return startProduct({ ...options, database, env });
}
