/** Runs what the compiler wrote: no transform stands between a test and the code that ships. */
export default {
  rootDir: '../dist',
  testEnvironment: 'node',
  transform: {},
  testMatch: ['**/*.spec.js', '**/*.db-spec.js'],
  testTimeout: 30_000,
  maxWorkers: 2,
};
