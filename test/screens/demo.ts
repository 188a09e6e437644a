import { startProduct, type Product } from '#support';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const seedProgram = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps/demo/seed.js');
const SECRET = 'a secret that only the screens know, 32+';

/** The product with the II Encuentro as `npm start` seeds it. */
export async function startDemo(host: 'localhost' | '127.0.0.1' = '127.0.0.1'): Promise<Product> {
  const product = await startProduct({ host, env: { SECRET, TINKUY_MODE: 'demo' } });
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    TINKUY_MODE: 'demo',
    DATABASE_URL: product.databaseUrl,
    PUBLIC_URL: product.url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET,
  };
  await promisify(execFile)(process.execPath, [seedProgram], { env });
  return product;
}
