const floors = require('./libs/floors.json');

const spec = String.raw`\.(spec|db-spec)\.tsx?$`;
/** A lib's index.ts; the timetable's optimiser has a face of its own, so that the command that judges it needs no Nest. */
const face = String.raw`^libs/([^/]+/src|meetings/src/timetable)/index\.ts$`;
const testTools = '(^|/)node_modules/(fast-check|@jest/globals)/';

/** A lib imports only lower floors: for each lib, everything that stands beside or above it. */
const floorRules = Object.entries(floors).flatMap(([lib, floor]) => {
  const notBelow = Object.keys(floors).filter((other) => other !== lib && floors[other] >= floor);
  return notBelow.map((other) => ({
    name: `floor-${lib}-${other}`,
    comment: `${lib} (floor ${floor}) may not import ${other} (floor ${floors[other]}): only lower floors`,
    from: { path: `^libs/${lib}/` },
    to: { path: `^libs/${other}/` },
  }));
});

/** Inside a lib the suffixes point one way: a file imports none that stands later in this list. */
const suffixes = [
  ['rules', 'refusals'],
  ['events'],
  ['entity'],
  ['repository'],
  ['policy', 'types'],
  ['service'],
  ['resolver', 'controller', 'jobs', 'sweep', 'mails', 'pages'],
  ['module'],
];
const withSuffix = (names) => String.raw`^libs/([^/]+)/.+\.(${names.join('|')})\.tsx?$`;
const directionRules = suffixes.slice(0, -1).map((names, rank) => {
  const later = suffixes.slice(rank + 1).flat();
  return {
    name: `direction-${names.join('-')}`,
    comment: `inside a lib: ${suffixes.map((group) => group.join('/')).join(' <- ')}`,
    from: { path: withSuffix(names) },
    to: { path: String.raw`^libs/$1/.+\.(${later.join('|')})\.tsx?$` },
  };
});

const pure = String.raw`\.(rules|refusals)\.ts$`;

const pureRules = [
  {
    name: 'rules-pure',
    comment: 'rules import only the kernel and other rules',
    from: { path: pure },
    to: { pathNot: ['^libs/kernel/src/', pure] },
  },
  {
    name: 'rules-spec-pure',
    comment: 'the spec of rules imports only the kernel, rules and the test tools',
    from: { path: String.raw`\.rules\.spec\.ts$` },
    to: { pathNot: ['^libs/kernel/src/', pure, testTools] },
  },
  {
    name: 'timetable-pure',
    comment: 'the timetable imports only itself, the kernel, rules, node:worker_threads and cadical-wasm',
    from: { path: '^libs/meetings/src/timetable/', pathNot: spec },
    to: {
      pathNot: [
        '^libs/meetings/src/timetable/',
        '^libs/kernel/src/',
        pure,
        '^worker_threads$',
        '(^|/)node_modules/cadical-wasm/',
      ],
    },
  },
];

const faceRules = [
  {
    name: 'face-of-lib',
    comment: 'another lib is entered only through its index.ts',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/', pathNot: ['^libs/$1/', face] },
  },
  {
    name: 'face-of-app',
    comment: 'apps enter a lib only through its index.ts',
    from: { path: '^apps/' },
    to: { path: '^libs/', pathNot: face },
  },
  {
    name: 'alias-of-lib',
    comment: 'another lib is named by its alias (#kernel), not by a path',
    from: { path: '^libs/([^/]+)/' },
    to: { path: face, pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'alias-of-app',
    comment: 'apps name a lib by its alias (#kernel), not by a path',
    from: { path: '^apps/' },
    to: { path: face, dependencyTypesNot: ['aliased'] },
  },
];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'these files import each other in a circle (type imports count)',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolved',
      comment: 'this import cannot be resolved, so no rule could judge it',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-calls-up',
      comment: 'a lib imports neither apps/ nor test/ (its specs may)',
      from: { path: '^libs/', pathNot: spec },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'product-without-tests',
      comment: 'apps do not import test/ (their specs may)',
      from: { path: '^apps/', pathNot: spec },
      to: { path: '^test/' },
    },
    {
      name: 'panel-alone',
      comment: "the panel imports nothing of the product but the schema's types and the domain's words",
      from: { path: '^apps/panel/' },
      to: { path: '^(libs|test|apps)/', pathNot: ['^apps/panel/', String.raw`^apps/api/words\.(es|en)\.json$`] },
    },
    {
      name: 'panel-apart',
      comment: 'only the panel imports the panel: the server serves what vite built of it',
      from: { path: '^(libs|test|apps)/', pathNot: '^apps/panel/' },
      to: { path: '^apps/panel/' },
    },
    ...floorRules,
    ...faceRules,
    ...directionRules,
    ...pureRules,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^test/check/samples/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
