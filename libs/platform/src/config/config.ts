import { isIP } from 'node:net';
import { z } from 'zod';
import { applicationUrl } from './application-url.js';

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => protocols.some((protocol) => text.startsWith(`${protocol}://`)) && URL.canParse(text),
      `expected a URL such as ${example}`,
    );

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, 'expected a whole number')
    .transform(Number)
    .refine((n) => n >= from && n <= to, `expected a number from ${from} to ${to}`);

function isListOfNetworks(text: string): boolean {
  return text.split(',').every((part) => {
    const [address, bits] = part.trim().split('/');
    const widest = isIP(address) === 6 ? 128 : 32;
    return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest));
  });
}

const environment = z.object({
  TINKUY_MODE: z
    .enum(['demo', 'production', 'test'], 'expected demo, production or test')
    .default('production')
    .describe('demo opens the mailbox, the clock and GraphiQL; production closes them; test is demo for the suite'),
  PORT: wholeNumber(0, 65535).default(3000).describe('port of the API and the pages'),
  HOST: z.string().min(1).default('0.0.0.0').describe('address that the API listens on'),
  DATABASE_URL: url(['postgres', 'postgresql'], 'postgres://user:password@host:5432/tinkuy').describe(
    'PostgreSQL 15 or newer',
  ),
  DATABASE_APP_URL: url(['postgres', 'postgresql'], 'postgres://user:password@host:5432/tinkuy')
    .optional()
    .describe('the same database under the role of requests, where DATABASE_URL may not make one'),
  DATABASE_POOL: wholeNumber(2, 200).default(10).describe('connections per process'),
  OPERATION_TIMEOUT: wholeNumber(100, 28_000)
    .default(25_000)
    .describe('milliseconds that an operation of the API, or one statement of a request, may take'),
  REDIS_URL: url(['redis', 'rediss'], 'redis://host:6379')
    .optional()
    .describe('runs the queue on Redis instead of PostgreSQL'),
  SMTP_URL: url(['smtp', 'smtps'], 'smtp://user:password@host:587').optional().describe('where mail goes out'),
  SMTP_SINK_PORT: wholeNumber(1, 65535)
    .optional()
    .describe('port of the built-in mailbox, used when SMTP_URL is absent'),
  MAIL_FROM: z
    .email('expected an e-mail address')
    .default('no-responder@tinkuy.example')
    .describe('sender of every mail'),
  PUBLIC_URL: url(['http', 'https'], 'https://encuentros.example')
    .default('http://localhost:3000')
    .describe('address that links in mails start with'),
  TINKUY_DATA: z.string().optional().describe('folder of the launcher, where the demonstration leaves its sign-in'),
  SECRET: z
    .string('expected at least 32 characters')
    .min(32, 'expected at least 32 characters')
    .describe('key from which link tokens are derived; changing it ends every link'),
  SECOND_FACTOR: z
    .enum(['required', 'optional'], 'expected required or optional')
    .optional()
    .describe('whether a password alone lets staff in; required in production unless said otherwise'),
  OIDC_ISSUER: url(['https', 'http'], 'https://login.institution.example')
    .optional()
    .describe('an OpenID Connect issuer by which staff may sign in; its accounts must exist here already'),
  OIDC_CLIENT_ID: z.string().optional().describe('our name at that issuer; needed with OIDC_ISSUER'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('our password at that issuer; needed with OIDC_ISSUER'),
  OIDC_LABEL: z.string().max(60).optional().describe("the issuer's name on the sign-in page; its host by default"),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/|mailto:)\S+$/, 'expected an https:// or mailto: address')
    .optional()
    .describe('to whom holes are reported, shown in /.well-known/security.txt; the sender of mails by default'),
  TRUSTED_PROXIES: z
    .string()
    .refine(isListOfNetworks, 'expected addresses or networks with commas between, such as 10.0.0.0/8')
    .optional()
    .describe('proxies whose X-Forwarded-For is believed: addresses or networks, with commas between; none by default'),
});

export type Environment = z.output<typeof environment>;

/** Our place at an OpenID Connect issuer. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The issuer's name on the sign-in page. */
  readonly label: string;
}

/** The settings of a process, read once at its start. */
export class Config {
  readonly mode: Environment['TINKUY_MODE'];
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** The same database under the role that sees only what a request's viewer may. */
  readonly applicationDatabaseUrl: string;
  readonly databasePool: number;
  /** Milliseconds that an operation of the API, or one statement of a request, may take. */
  readonly operationLimit: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string;
  /** The port of the built-in mailbox; null when mail goes to a real server. */
  readonly sinkPort: number | null;
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly secret: string;
  /** Whether a password alone lets no member of staff in. */
  readonly requiresSecondFactor: boolean;
  /** By whom else staff may be vouched for; null when by nobody. */
  readonly oidc: OidcSettings | null;
  /** Addresses and networks of the proxies in front, whose word on the client's address is believed. */
  readonly trustedProxies: readonly string[];
  /** To whom holes are reported: a URL. */
  readonly securityContact: string;
  /** The launcher's folder; null when the processes are run by other means. */
  readonly dataDirectory: string | null;

  constructor(env: Environment) {
    this.mode = env.TINKUY_MODE;
    this.port = env.PORT;
    this.host = env.HOST;
    this.databaseUrl = env.DATABASE_URL;
    this.applicationDatabaseUrl = applicationUrl(env.DATABASE_URL, env.DATABASE_APP_URL);
    this.databasePool = env.DATABASE_POOL;
    this.operationLimit = env.OPERATION_TIMEOUT;
    this.redisUrl = env.REDIS_URL;
    this.smtpUrl = env.SMTP_URL ?? `smtp://127.0.0.1:${env.SMTP_SINK_PORT}`;
    this.sinkPort = env.SMTP_URL ? null : (env.SMTP_SINK_PORT ?? null);
    this.mailFrom = env.MAIL_FROM;
    this.publicUrl = env.PUBLIC_URL.replace(/\/$/, '');
    this.secret = env.SECRET;
    this.requiresSecondFactor = (env.SECOND_FACTOR ?? (this.isProduction ? 'required' : 'optional')) === 'required';
    this.oidc = oidcOf(env);
    this.trustedProxies = env.TRUSTED_PROXIES?.split(',').map((part) => part.trim()) ?? [];
    this.securityContact = env.SECURITY_CONTACT ?? `mailto:${env.MAIL_FROM}`;
    this.dataDirectory = env.TINKUY_DATA ?? null;
  }

  get isProduction(): boolean {
    return this.mode === 'production';
  }

  /** Whether browsers reach us over TLS, so that cookies can carry the `__Host-` prefix. */
  get isSecure(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}

/** All that is wrong with the environment, in one message: one line per variable with what is expected. */
export class BadEnvironment extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

function oidcOf(env: Environment): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, label: env.OIDC_LABEL ?? new URL(issuer).host };
}

/** Reads the environment. Throws BadEnvironment with every fault, not only the first. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, present));
  for (const fault of [mailFault(present), oidcFault(present)]) if (fault) faults.push(fault);
  if (!parsed.success || faults.length > 0) throw new BadEnvironment(faults);
  return new Config(parsed.data);
}

/** The settings that the database's own commands need. Throws BadEnvironment. */
export function readDatabaseUrls(env: Record<string, string | undefined>): { owner: string; application?: string } {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.pick({ DATABASE_URL: true, DATABASE_APP_URL: true }).safeParse(present);
  if (!parsed.success) throw new BadEnvironment(parsed.error.issues.map((issue) => faultOf(issue, present)));
  return { owner: parsed.data.DATABASE_URL, application: parsed.data.DATABASE_APP_URL };
}

/** Mail goes to a server, or outside production to the built-in mailbox. */
function mailFault(present: Record<string, string | undefined>): string | null {
  if (present['SMTP_URL'] !== undefined) return null;
  const wanted = 'SMTP_URL is missing: expected a URL such as smtp://user:password@host:587';
  if ((present['TINKUY_MODE'] ?? 'production') === 'production')
    return `${wanted} (production has no built-in mailbox)`;
  return present['SMTP_SINK_PORT'] === undefined ? `${wanted} (or SMTP_SINK_PORT for the built-in mailbox)` : null;
}

/** An issuer without our name and password there would be offered on the sign-in page and open nothing. */
function oidcFault(present: Record<string, string | undefined>): string | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = names.filter((name) => present[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return null;
  return `${missing.join(' and ')} missing: ${names.join(', ')} are given together or not at all`;
}

function faultOf(issue: z.core.$ZodIssue, present: Record<string, string | undefined>): string {
  const name = issue.path.join('.');
  if (present[name] !== undefined) return `${name} is wrong: ${issue.message}`;
  const shape = environment.shape[name as keyof typeof environment.shape] as z.ZodType;
  return `${name} is missing: expected the ${shape.description}`;
}

/** Every variable with its default and meaning, for the README's table. */
export function environmentTable(): { name: string; required: boolean; fallback: string; meaning: string }[] {
  return Object.entries(environment.shape).map(([name, shape]) => {
    const fallback = shape instanceof z.ZodDefault ? String(shape.parse(undefined)) : '';
    return { name, required: !shape.isOptional(), fallback, meaning: shape.description ?? '' };
  });
}
