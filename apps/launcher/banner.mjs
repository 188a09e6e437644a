import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function demoAccount(dataDirectory) {
  const file = join(dataDirectory, 'demo.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** What a newcomer wants to know once everything runs. */
export function banner({ env, dataDirectory, database, total }) {
  const url = env.PUBLIC_URL.replace(/\/$/, '');
  const account = env.TINKUY_MODE === 'demo' ? demoAccount(dataDirectory) : null;
  const rows = [
    ['Public page', `${url}/`],
    ['Panel', `${url}/panel`],
    ['GraphiQL', env.TINKUY_MODE === 'demo' && `${url}/graphiql`],
    ['GraphQL', `${url}/graphql`],
    ['Mailbox', env.SMTP_SINK_PORT && `${url}/buzon`],
    ['Demo sign-in', account && `${account.email}  ${account.password}`],
    [
      'Data',
      database ? `${dataDirectory}${database.startsWith(dataDirectory) ? '' : ` and ${database}`}` : dataDirectory,
    ],
    ['Logs', `${join(dataDirectory, 'api.log')}, ${join(dataDirectory, 'worker.log')}`],
    ['Stop', 'Ctrl-C (the data stays; npm run reset wipes it)'],
  ];
  const lines = rows.filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(14)}${value}`);
  return `\nTinkuy runs, ready in ${total}\n\n${lines.join('\n')}\n`;
}
