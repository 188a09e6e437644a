const waiting = new Set(['pending', 'skipped', 'todo', 'disabled']);

/** What the end of a run says: skipped tests by name, then the count as the last line. */
export function summarise({ testResults }, { byName = false } = {}) {
  const tests = testResults.flatMap((suite) => suite.assertionResults);
  // Tests left out because the caller asked for others by name are not skipped.
  const skipped = byName ? [] : tests.filter((test) => waiting.has(test.status)).map((test) => test.fullName);
  // A suite that could not even be loaded has no tests to count and is a failure all the same.
  const broken = testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  const lines = skipped.map((name) => `skipped: ${name}`);
  lines.push(`${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`);
  return { lines, failed };
}
