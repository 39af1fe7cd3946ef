/**
 * The layers, as rules. The line runs
 *   ports -> session -> store -> policy, history -> engine -> contract -> wire -> renderer
 * and imports go one way along it. `scripts/check-layers.ts` runs these and counts what it saw.
 */

/** The rooms of the engine in the order of the line. Each may import those before it; `engine.ts` joins them all. */
const ROOMS = [
  'base',
  'ports',
  'devices',
  'state',
  'history',
  'protection',
  'battery',
  'energy',
  'notify',
  'diary',
  'beeper',
  'bundle',
  'calls',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types as well: what two need of each other belongs to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\.*/?out/', '^electron$'] },
    },
    {
      name: 'shared-imports-only-zod',
      comment: 'src-shared runs anywhere.',
      severity: 'error',
      from: { path: '^src-shared/', pathNot: '^src-shared/texts/' },
      to: { pathNot: ['^src-shared/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'texts-import-only-their-library',
      severity: 'error',
      from: { path: '^src-shared/texts/' },
      to: { pathNot: ['^src-shared/(texts|nut)/', '(^|/)node_modules/i18next/'] },
    },
    {
      name: 'drivers-are-pure',
      comment: 'Bytes in, values out: no Node, no package, nothing of the engine.',
      severity: 'error',
      from: { path: '^drivers/' },
      to: { pathNot: ['^drivers/', '^src-shared/'] },
    },
    {
      name: 'drivers-do-not-know-each-other',
      comment: 'A protocol is one folder. What two share belongs in the kit.',
      severity: 'error',
      from: { path: '^drivers/([^/]+)/', pathNot: '^drivers/kit/' },
      to: { path: '^drivers/([^/]+)/', pathNot: ['^drivers/$1/', '^drivers/kit/'] },
    },
    {
      name: 'kit-knows-no-protocol',
      severity: 'error',
      from: { path: '^drivers/kit/' },
      to: { path: '^drivers/(?!kit/|driver\\.ts)' },
    },
    {
      name: 'pure-stays-pure-all-the-way',
      comment: 'Also through other modules: nothing pure reaches Node.',
      severity: 'error',
      from: { path: '^(drivers|src-shared)/' },
      to: { reachable: true, path: '^(src-main|src-renderer)/' },
    },
    {
      name: 'pure-reaches-no-node',
      severity: 'error',
      from: { path: '^(drivers|src-shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-sees-only-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^(src-main|drivers)/' },
    },
    {
      name: 'renderer-imports-no-node',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-host',
      severity: 'error',
      from: { path: '^src-main/(engine|settings)/' },
      to: { path: '^src-main/hosts/' },
    },
    {
      name: 'electron-stays-in-its-host',
      severity: 'error',
      from: { path: '^src-main/', pathNot: '^src-main/hosts/electron/' },
      to: { path: '^(node_modules/)?electron' },
    },
    ...ROOMS.map((room, at) => ({
      name: 'no-import-upward',
      severity: 'error',
      from: { path: `^src-main/engine/${room}/` },
      to: {
        path: ['^src-main/engine/engine\\.ts$', ...ROOMS.slice(at + 1).map((later) => `^src-main/engine/${later}/`)],
      },
    })),
    {
      name: 'engine-has-no-other-room',
      comment: 'A new room takes its place in the line.',
      severity: 'error',
      from: {
        path: '^src-main/engine/',
        pathNot: [`^src-main/engine/(${ROOMS.join('|')})/`, '^src-main/engine/engine\\.ts$'],
      },
      to: {},
    },
    {
      name: 'ports-know-no-protocol',
      comment: 'A port carries bytes; only the contract of drivers is known to it.',
      severity: 'error',
      from: { path: '^src-main/engine/ports/' },
      to: { path: '^drivers/(?!driver\\.ts|kit/)' },
    },
    {
      name: 'policy-and-history-know-no-device',
      severity: 'error',
      from: { path: '^src-main/engine/(protection/policy|history)/' },
      to: { path: '^src-main/engine/(ports|devices|engine\\.ts)' },
    },
    {
      name: 'product-needs-no-test',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|src-shared|drivers)/' },
      to: { path: '^(test|scripts|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)fixtures/', '^out/', '^dist/'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
