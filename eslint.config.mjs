import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import { housePlugin, houseRules, off, rulesWithoutClock } from './test/check/lint/house.mjs';

const typed = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.db-spec.ts', '**/*.spec.tsx'];

const recommended = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta.docs?.recommended).map(([name]) => [name, 'error']),
);

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];
const size = (file, body) => ({ 'max-lines': lines(file), 'max-lines-per-function': lines(body) });

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.tinkuy/', 'test/check/samples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { ...recommended, ...size(250, 40), eqeqeq: 'error', 'no-empty': ['error', { allowEmptyCatch: true }] } },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: housePlugin },
    rules: {
      ...houseRules,
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A method may be async because its base or its caller expects a promise.
      '@typescript-eslint/require-await': 'off',
      // The compiler knows every name.
      'no-undef': 'off',
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
    },
  },
  { files: ['**/*.tsx'], rules: size(250, 80) },
  {
    files: ['apps/panel/**/*.ts', 'apps/panel/**/*.tsx'],
    rules: {
      // A handler that promises is React's own affair: the panel's errors are shown by the query client and the forms.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // In the browser there is no demo clock: what a rule judges by the time is judged by the server.
      ...off('injected-clock'),
    },
  },
  { files: ['**/*.rules.ts', 'libs/meetings/src/timetable/**/*.ts'], rules: rulesWithoutClock },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: nodeGlobals }, plugins: { house: housePlugin } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { 'house/silent-catch': houseRules['house/silent-catch'] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
  },

  // Where a house rule ends, each at the one place that exists for it.
  {
    files: ['libs/platform/src/config/**', 'apps/launcher/**', 'test/**'],
    rules: off('environment', 'environment-import'),
  },
  {
    files: ['libs/kernel/src/clock.ts', 'libs/platform/**', 'apps/launcher/**', 'test/**', ...specs],
    rules: off('injected-clock'),
  },
  { files: ['libs/platform/src/queue/**', 'test/**'], rules: off('queue', 'queue-dynamic') },
  { files: ['libs/platform/**', 'test/**'], rules: off('mail') },
  { files: ['libs/communications/**', 'apps/**', 'test/**'], rules: off('mail-transport') },
  { files: ['apps/worker/**', 'test/**'], rules: off('worker-engine') },
  // What a test gets from a matcher or a raw row is any; the equality that it states is stricter than a type.
  {
    files: ['test/**/*.ts', ...specs],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
  // A test reads as one story, a migration as one list of statements.
  { files: ['test/**', ...specs, '**/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
);
