/** Runs what the compiler wrote: no transform stands between a test and the code that ships. */
export default {
  rootDir: '..',
  // The launcher is not compiled, and neither are its tests.
  roots: ['<rootDir>/dist', '<rootDir>/test/launcher'],
  testEnvironment: 'node',
  transform: {},
  testMatch: ['**/*.spec.js', '**/*.db-spec.js', '**/test/launcher/*.spec.mjs'],
  // Generous: a slow machine is not a wrong answer. What waits on a page or a mail has a shorter end of its own, with better words.
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/sequencer.mjs',
  // What a file loaded is never quite given back: a worker that carries the modules of fifty files mostly collects garbage.
  workerIdleMemoryLimit: '1GB',
};
