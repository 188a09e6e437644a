import { existsSync } from 'node:fs';
import path from 'node:path';
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

const panel = 'apps/panel/tsconfig.json';
const panelTypes = new Map();

/** What the panel's documents mean, read off the committed schema: the compiler and the linter of the panel need it. */
export function describeSchema(root) {
  if (!panelTypes.has(root)) {
    const args = ['generate-output', '--disable-preprocessing', '--tsconfig', panel];
    panelTypes.set(root, runTool('gql.tada', args, { root, command: 'gql.tada' }));
  }
  return panelTypes.get(root);
}

/** The findings of one compilation. */
async function judge(result, name) {
  if (result.code === 0) return [];
  const findings = linesOf(result.stdout);
  if (!findings.length) throw breakdown(name, result);
  return findings;
}

/** The browser's app has a compiler's configuration of its own: it knows the DOM and none of the libs. */
async function judgePanel(root) {
  if (!existsSync(path.join(root, panel))) return [];
  const described = await describeSchema(root);
  if (described.code !== 0) throw breakdown('gql.tada', described);
  return judge(await runTool('typescript', ['-p', panel, '--pretty', 'false'], { root, command: 'tsc' }), 'tsc');
}

export const types = {
  name: 'types',
  async run(root) {
    const [product, browser] = [await judge(await build(root), 'tsc'), await judgePanel(root)];
    return [...product, ...browser];
  },
};
