import { execFileSync } from 'node:child_process';
import { describeWith, dockerCompose } from '../support/outside.js';

describeWith(dockerCompose, 'the compose file', () => {
  const config = (...options: string[]): string =>
    execFileSync(dockerCompose.at ?? '', ['--file', 'docker/compose.yaml', 'config', ...options], { encoding: 'utf8' });

  it('is accepted, and runs the product beside a database, a queue and a mail server', () => {
    expect(config('--services').trim().split('\n').sort()).toEqual([
      'api',
      'mail',
      'migrate',
      'postgres',
      'redis',
      'worker',
    ]);
  });

  it('asks every service that stays for its health', () => {
    const services = config()
      .split(/^ {2}(?=\w+:$)/m)
      .filter((part) => part.includes('restart: unless-stopped'));
    expect(services.map((part) => part.includes('healthcheck:'))).toEqual([true, true, true, true, true]);
  });
});
