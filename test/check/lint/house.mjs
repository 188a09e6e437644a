import { builtinRules } from 'eslint/use-at-your-own-risk';
import { foreignRelation } from './foreign-relation.mjs';

const syntax = builtinRules.get('no-restricted-syntax');
const imports = builtinRules.get('no-restricted-imports');

/** The core rules under names of their own, so that each house rule is on or off by place, and a message says which. */
export const housePlugin = {
  rules: {
    'silent-catch': syntax,
    'constructor-params': syntax,
    'injected-clock': syntax,
    environment: syntax,
    'environment-import': imports,
    'forward-ref': imports,
    queue: imports,
    'queue-dynamic': syntax,
    mail: imports,
    'mail-transport': imports,
    'worker-engine': imports,
    'rules-without-clock': imports,
    'foreign-relation': foreignRelation,
  },
};

const silent = 'A silent catch hides a fault: handle it, log it, or let it through.';
const emptyBody = '[body.type="BlockStatement"][body.body.length=0]';
const nothing =
  ':matches([body.type="Identifier"][body.name="undefined"], [body.type="Literal"], [body.operator="void"])';
const handler = 'CallExpression[callee.property.name="catch"] > :matches(ArrowFunctionExpression, FunctionExpression)';
const silentCatch = [
  { selector: 'CatchClause[body.body.length=0]', message: silent },
  { selector: `${handler}${emptyBody}`, message: silent },
  { selector: `${handler}${nothing}`, message: silent },
];

const constructorParams = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
  message: 'A constructor takes at most 6 parameters: this class does more than one thing.',
};

const clock = 'The clock is injected (Clock of #kernel): a test and the demo must be able to set the time.';
const injectedClock = [
  { selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]', message: clock },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: clock },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: clock },
];

const environment = 'The environment is read in one place, libs/platform/src/config: take the value from there.';
const environmentRead = [
  { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: environment },
  { selector: 'MemberExpression[object.property.name="process"][property.name="env"]', message: environment },
  { selector: 'MemberExpression[object.name="process"][property.value="env"]', message: environment },
  { selector: 'VariableDeclarator[init.name="process"] > ObjectPattern', message: environment },
];

const queue =
  'Only libs/platform/src/queue touches the queue. To announce something, record it in the outbox in the same transaction.';
const queuePackages = ['bullmq', 'ioredis'];

const mail = 'Only libs/platform sends mail. To announce something, record it in the outbox in the same transaction.';

const mailTransport =
  'Only communications hands mails to the transport, from its Message rows. Record a fact in the outbox instead.';

const workerEngine = 'Only apps/worker consumes jobs. Record a fact in the outbox instead.';

const fromPlatform = (importNames, message) => ({ paths: [{ name: '#platform', importNames, message }] });

const forwardRef = 'forwardRef ties two modules into a circle: listen to an event or register from above.';

export const houseRules = {
  'house/silent-catch': ['error', ...silentCatch],
  'house/constructor-params': ['error', constructorParams],
  'house/injected-clock': ['error', ...injectedClock],
  'house/environment': ['error', ...environmentRead],
  'house/environment-import': [
    'error',
    { paths: ['node:process', 'process'].map((name) => ({ name, importNames: ['env'], message: environment })) },
  ],
  'house/forward-ref': [
    'error',
    { paths: [{ name: '@nestjs/common', importNames: ['forwardRef'], message: forwardRef }] },
  ],
  'house/queue': ['error', { patterns: [{ regex: `^(${queuePackages.join('|')})(/|$)`, message: queue }] }],
  'house/queue-dynamic': [
    'error',
    { selector: `ImportExpression[source.value=/^(${queuePackages.join('|')})/]`, message: queue },
    {
      selector: `CallExpression[callee.name="require"][arguments.0.value=/^(${queuePackages.join('|')})/]`,
      message: queue,
    },
  ],
  'house/mail': ['error', { patterns: [{ regex: '^nodemailer(/|$)', message: mail }] }],
  'house/mail-transport': ['error', fromPlatform(['MailTransport', 'MailModule'], mailTransport)],
  'house/worker-engine': ['error', fromPlatform(['WorkerModule', 'QueueWorker'], workerEngine)],
  'house/foreign-relation': 'error',
};

export const rulesWithoutClock = {
  'house/rules-without-clock': [
    'error',
    {
      paths: [
        {
          name: '#kernel',
          importNames: ['Clock', 'SystemClock', 'ManualClock', 'ShiftedClock'],
          message: 'Rules know no clock: they take the instant as a value.',
        },
      ],
    },
  ],
};

/** Where a house rule ends. */
export const off = (...names) => Object.fromEntries(names.map((name) => [`house/${name}`, 'off']));
