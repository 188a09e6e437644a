import fs from 'node:fs';
import path from 'node:path';
import { breakdown, runTool } from '../tool.mjs';

/** A package by its name, wherever it is installed. */
const nameOf = (end) => end.replace(/^.*node_modules\//, '');

function describe({ from, to, cycle, rule, comment }) {
  const stops = cycle?.length ? [from, ...cycle.map((step) => step.name)] : [from, to];
  return `${stops.map(nameOf).join(' -> ')}: ${comment ?? rule.name}`;
}

export const floors = {
  name: 'floors',
  async run(root) {
    const places = ['apps', 'libs', 'test'].filter((place) => fs.existsSync(path.join(root, place)));
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places];
    const result = await runTool('dependency-cruiser', args, { root, command: 'depcruise' });
    if (!result.stdout.startsWith('{')) throw breakdown('depcruise', result);
    const { violations, ruleSetUsed, totalCruised } = JSON.parse(result.stdout).summary;
    if (!totalCruised) throw new Error('depcruise saw no file');
    const comments = new Map(ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
    return violations.map((violation) => describe({ ...violation, comment: comments.get(violation.rule.name) })).sort();
  },
};
