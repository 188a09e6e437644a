import fs from 'node:fs';
import path from 'node:path';

const banned = ['utils', 'helpers', 'common', 'shared', 'misc', 'manager', 'dto', 'interfaces', 'constants'];

/** The kernel has nothing to wire; the platform is wired piece by piece, because api and worker take different pieces. */
const withoutOwnModule = ['kernel', 'platform'];

function foldersIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
}

function* foldersBelow(root, folder) {
  for (const { name } of foldersIn(path.join(root, folder))) {
    const place = `${folder}/${name}`;
    if (place === 'test/check/samples') continue;
    yield place;
    yield* foldersBelow(root, place);
  }
}

function bannedNames(root) {
  return ['apps', 'libs', 'test', 'docker']
    .flatMap((top) => [...foldersBelow(root, top)])
    .filter((place) => banned.includes(path.basename(place)))
    .map((place) => `${place}/ has a name that says nothing: what nobody can name is not understood yet`);
}

/** The floor table as README shows it: rows of a table that begin with a floor and a lib's name in backticks. */
function tableOf(readme) {
  return [...readme.matchAll(/^\|\s*(\d+)\s*\|\s*`(?:libs\/)?([a-z-]+)\/?`\s*\|/gm)].map(([, floor, lib]) => [
    lib,
    Number(floor),
  ]);
}

function readmeTable(root, floors) {
  const readme = path.join(root, 'README.md');
  const rows = fs.existsSync(readme) ? tableOf(fs.readFileSync(readme, 'utf8')) : [];
  const sorted = (entries) =>
    entries.map(([lib, floor]) => `| ${floor} | \`${lib}\` |`).sort((a, b) => a.localeCompare(b));
  const [shown, wanted] = [sorted(rows), sorted(Object.entries(floors))];
  return [
    ...wanted.filter((row) => !shown.includes(row)).map((row) => `README.md: the floor table lacks the row ${row}`),
    ...shown.filter((row) => !wanted.includes(row)).map((row) => `README.md: libs/floors.json knows no ${row}`),
    ...shown.filter((row, i) => shown.indexOf(row) !== i).map((row) => `README.md: twice in the floor table: ${row}`),
  ];
}

function filesOf(root, lib) {
  const wanted = ['README.md', 'src/index.ts', ...(withoutOwnModule.includes(lib) ? [] : [`src/${lib}.module.ts`])];
  return wanted
    .filter((file) => !fs.existsSync(path.join(root, 'libs', lib, file)))
    .map((file) => `libs/${lib}/${file} is missing: every lib has its README, its module and its face`);
}

function aliasesOf(root, lib) {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const runtime = read('package.json').imports?.[`#${lib}`];
  const compiler = read('tsconfig.json').compilerOptions.paths?.[`#${lib}`]?.[0];
  return [
    runtime === `./dist/libs/${lib}/src/index.js` ||
      `package.json imports does not lead #${lib} to its index.js in dist`,
    compiler === `./libs/${lib}/src/index.ts` || `tsconfig.json paths does not lead #${lib} to its index.ts`,
  ].filter((finding) => finding !== true);
}

export const layout = {
  name: 'layout',
  async run(root) {
    const floors = JSON.parse(fs.readFileSync(path.join(root, 'libs/floors.json'), 'utf8'));
    const [libs, present] = [Object.keys(floors), foldersIn(path.join(root, 'libs')).map((entry) => entry.name)];
    return [
      ...libs
        .filter((lib) => !present.includes(lib))
        .map((lib) => `libs/floors.json names ${lib}, but libs/${lib}/ is not there`),
      ...present.filter((lib) => !libs.includes(lib)).map((lib) => `libs/${lib}/ has no floor in libs/floors.json`),
      ...libs.filter((lib) => present.includes(lib)).flatMap((lib) => [...filesOf(root, lib), ...aliasesOf(root, lib)]),
      ...bannedNames(root),
      ...readmeTable(root, floors),
    ];
  },
};
