import path from 'node:path';
import { breakdown, runTool } from '../tool.mjs';

export const lint = {
  name: 'lint',
  async run(root) {
    const result = await runTool('eslint', ['.', '--format', 'json', '--max-warnings', '0'], { root });
    if (result.code !== 0 && result.code !== 1) throw breakdown('eslint', result);
    return JSON.parse(result.stdout).flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line = 0, column = 0, message, ruleId }) =>
          `${path.relative(root, filePath)}:${line}:${column} ${message}${ruleId ? ` (${ruleId})` : ''}`,
      ),
    );
  },
};
