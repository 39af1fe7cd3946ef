/** What is changed, and which tests have to notice. */
import { globSync } from 'node:fs';

/** A part of the sources with the tests that judge it: quick ones, which run in this process. */
export interface Scope {
  readonly name: string;
  /** Patterns of files, from the root of the project. */
  readonly sources: readonly string[];
  readonly without?: readonly string[];
  readonly tests: readonly string[];
}

export const SCOPES: readonly Scope[] = [
  {
    name: 'guardian',
    sources: ['src-main/engine/protection/guardian.ts'],
    tests: ['test/engine/protection/*.test.ts'],
  },
  {
    name: 'act',
    sources: ['src-main/engine/protection/act/*.ts'],
    // Runs in a program of its own, which the tests of `mainstay power-off-ups` start: no switch reaches it.
    without: ['src-main/engine/protection/act/tell-ups.ts'],
    tests: ['test/engine/protection/act/*.test.ts'],
  },
  {
    name: 'policy',
    sources: ['src-main/engine/protection/policy/*.ts'],
    // The thousand discharges and the long properties judge it as well, but take too long to be repeated so often.
    tests: ['test/engine/protection/policy/{decide,no-trigger,promises,scenarios,schedule,shown,stretches}.test.ts'],
  },
  {
    name: 'plausibility',
    sources: ['src-shared/nut/plausibility.ts', 'src-shared/nut/judge/*.ts'],
    tests: ['test/nut/{judge,judge-*,plausibility,settle}.test.ts'],
  },
  {
    name: 'evidence',
    sources: ['src-shared/nut/{agreement,evidence,power}.ts'],
    tests: ['test/nut/{agreement,power}.test.ts'],
  },
  {
    name: 'drivers/apcsmart',
    sources: ['drivers/apcsmart/{capabilities,dates,firmware,read,signals,status}.ts'],
    tests: ['test/apcsmart/*.test.ts', 'test/conformance/fixtures.test.ts'],
  },
  {
    name: 'drivers/apcmicrolink',
    sources: ['drivers/apcmicrolink/{challenge,descriptor,frame,header,pages,read,value}.ts'],
    tests: ['test/apcmicrolink/*.test.ts', 'test/conformance/fixtures.test.ts'],
  },
  {
    name: 'drivers/snmp',
    sources: ['drivers/snmp/{tables/ietf/status,read}.ts'],
    tests: ['test/snmp/{driver,reading,status}.test.ts', 'test/conformance/fixtures.test.ts'],
  },
  {
    name: 'drivers/megatec',
    sources: ['drivers/megatec/{battery,decode}.ts'],
    tests: ['test/megatec/*.test.ts', 'test/conformance/fixtures.test.ts'],
  },
  {
    name: 'drivers/hid',
    sources: ['drivers/hid/{decode,scale,status,readers,resolve,layout}.ts'],
    tests: ['test/hid/*.test.ts'],
  },
  {
    name: 'drivers/kit',
    sources: [
      'drivers/kit/{columns,field,line/ascii,line/line,oid/read,hid/descriptor,hid/items,hid/unit,hid/value}.ts',
    ],
    tests: ['test/kit/*.test.ts', 'test/hid/{descriptor,value}.test.ts', 'test/snmp/driver.test.ts'],
  },
];

/** The files that are changed. */
export const sourcesOf = ({ sources, without = [] }: Scope): readonly string[] => found(sources, without);
/** The files of tests. */
export const testsOf = ({ tests }: Scope): readonly string[] => found(tests, []);

function found(patterns: readonly string[], without: readonly string[]): readonly string[] {
  return globSync(patterns, { exclude: without })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}
