import { breakdown, linesOf, runTool } from '../tool.mjs';

const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'dist/.cache/prettier.json'];

export const format = {
  name: 'format',
  async run(root) {
    const result = await runTool('prettier', ['--list-different', ...cache, '.'], { root });
    if (result.code !== 0 && result.code !== 1) throw breakdown('prettier', result);
    const complaints = linesOf(result.stderr);
    return [...linesOf(result.stdout).map((file) => `${file} is not formatted: npm run format`), ...complaints];
  },
};
