import { freePort } from './ports.mjs';
import { keptSecret } from './data-dir.mjs';

/** The environment of the product's processes: what the caller gave, completed by what the embedded parts need. */
export async function productEnvironment({ given, port, databaseUrl, dataDirectory }) {
  const env = {
    ...given,
    NODE_ENV: given.NODE_ENV || 'production',
    TINKUY_MODE: given.TINKUY_MODE || 'demo',
    TINKUY_DATA: dataDirectory,
    PORT: String(port),
    PUBLIC_URL: given.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    SECRET: given.SECRET || keptSecret(dataDirectory),
  };
  if (!given.SMTP_URL) env.SMTP_SINK_PORT = given.SMTP_SINK_PORT || String(await freePort());
  return env;
}
