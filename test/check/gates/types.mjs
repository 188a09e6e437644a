import { breakdown, linesOf, runTool } from '../tool.mjs';

const builds = new Map();

/**
 * The same compilation as `npm run build`, incremental and written to dist/, because the gates that run the product
 * (schema, migrations) must judge the code as it stands now. One run serves them all.
 */
export function build(root) {
  if (!builds.has(root))
    builds.set(root, runTool('typescript', ['-p', '.', '--pretty', 'false'], { root, command: 'tsc' }));
  return builds.get(root);
}

export const types = {
  name: 'types',
  async run(root) {
    const result = await build(root);
    if (result.code === 0) return [];
    const findings = linesOf(result.stdout);
    if (!findings.length) throw breakdown('tsc', result);
    return findings;
  },
};
