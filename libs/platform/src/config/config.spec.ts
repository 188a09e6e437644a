import { BadEnvironment, readConfig } from './config.js';

const good = {
  DATABASE_URL: 'postgres://user:password@localhost:5432/tinkuy',
  SMTP_URL: 'smtp://localhost:587',
  SECRET: 'x'.repeat(32),
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.faults;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('is read once into settings with their defaults', () => {
    const config = readConfig(good);
    expect(config.port).toBe(3000);
    expect(config.isProduction).toBe(true);
    expect(config.sinkPort).toBeNull();
  });

  it('sends mail to the built-in mailbox when there is no mail server', () => {
    const config = readConfig({ ...good, TINKUY_MODE: 'demo', SMTP_URL: '', SMTP_SINK_PORT: '2525' });
    expect(config.smtpUrl).toBe('smtp://127.0.0.1:2525');
    expect(config.sinkPort).toBe(2525);
  });

  it('lists all that is wrong at once, with what is expected', () => {
    expect(
      faultsOf({ PORT: '99999', DATABASE_URL: 'mysql://somewhere', TINKUY_MODE: 'party', SECRET: 'short' }),
    ).toEqual([
      'TINKUY_MODE is wrong: expected demo, production or test',
      'PORT is wrong: expected a number from 0 to 65535',
      'DATABASE_URL is wrong: expected a URL such as postgres://user:password@host:5432/tinkuy',
      'SECRET is wrong: expected at least 32 characters',
      'SMTP_URL is missing: expected a URL such as smtp://user:password@host:587 (or SMTP_SINK_PORT for the built-in mailbox)',
    ]);
  });

  it('names what is missing altogether', () => {
    expect(faultsOf({ SMTP_URL: good.SMTP_URL }).map((fault) => fault.split(':')[0])).toEqual([
      'DATABASE_URL is missing',
      'SECRET is missing',
    ]);
  });

  it('lets no production keep its mails in a mailbox that nobody can open', () => {
    expect(faultsOf({ ...good, SMTP_URL: '', SMTP_SINK_PORT: '2525' }).map((fault) => fault.split(':')[0])).toEqual([
      'SMTP_URL is missing',
    ]);
  });

  it('asks for a second factor in production, and elsewhere only when it is told to', () => {
    const required = (env: object) => readConfig({ ...good, ...env }).requiresSecondFactor;
    const answers = [
      {},
      { SECOND_FACTOR: 'optional' },
      { TINKUY_MODE: 'demo' },
      { TINKUY_MODE: 'demo', SECOND_FACTOR: 'required' },
    ];
    expect(answers.map(required)).toEqual([true, false, false, true]);
  });

  it('believes no proxy but those that are named', () => {
    expect(readConfig(good).trustedProxies).toEqual([]);
    expect(readConfig({ ...good, TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '2001:db8::1',
    ]);
    for (const wrong of ['everybody', '10.0.0.0/33', '10.0.0.0/8,'])
      expect(faultsOf({ ...good, TRUSTED_PROXIES: wrong }).map((fault) => fault.split(':')[0])).toEqual([
        'TRUSTED_PROXIES is wrong',
      ]);
  });

  it('takes an issuer only with our name and password there', () => {
    const issuer = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'tinkuy' };
    expect(faultsOf({ ...good, ...issuer }).map((fault) => fault.split(':')[0])).toEqual([
      'OIDC_CLIENT_SECRET missing',
    ]);
    expect(readConfig({ ...good, ...issuer, OIDC_CLIENT_SECRET: 's' }).oidc?.label).toBe('login.example');
  });
});
