/** No text for people stands in the code, and what a text has places for is filled in where it is asked for. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src-shared/texts/en/index.ts';
import { flat, placesOf } from './judge.ts';
import { read, type Source, sourcesOf } from './sources.ts';

const screens = sourcesOf('src-renderer');
const others = [...sourcesOf('src-main'), ...sourcesOf('drivers')];

describe('the screens', () => {
  it('hold no text between tags or in what is read aloud', () => {
    expect(screens.flatMap(({ file, jsx }) => jsx.map((text) => `${file}: ${text}`))).toEqual([]);
  });

  it('hold no words in any other place', () => {
    expect(unallowed(screens, isWords)).toEqual([]);
  });
});

describe('the engine, the drivers and the hosts', () => {
  it('hold no sentence', () => {
    expect(unallowed(others, isSentence)).toEqual([]);
  });

  it('need each exception still', () => {
    const unneeded = [...ENGLISH].filter(
      ([place]) =>
        ![...screens, ...others].some(
          ({ file, texts }) => file.startsWith(place) && texts.some(({ text }) => isSentence(text) || isWords(text)),
        ),
    );
    expect(unneeded.map(([place]) => place)).toEqual([]);
  });
});

it('what a text has places for is filled in', () => {
  const texts = new Map(flat(en));
  const wrong = [...screens, ...others].flatMap(({ file, asks }) =>
    asks.flatMap(({ key, names, open }) => {
      const text = texts.get(key) ?? texts.get(`${key}_other`);
      // The compiler finds keys that do not exist.
      if (text === undefined || open) return [];
      const missing = placesOf(text).filter((place) => !names.includes(place));
      return missing.length === 0 ? [] : [`${file}: ${key} lacks ${missing.join(', ')}`];
    }),
  );
  expect(wrong).toEqual([]);
});

describe('the reader of the sources', () => {
  it('finds text between tags and in attributes, and no code', () => {
    const source = read(
      'a.tsx',
      `const a = <p title="Hello there" id="some-id">Some words{t('a.b')} <b>{x}</b> · </p>;`,
    );
    expect(source.jsx).toEqual(['Hello there', 'Some words']);
  });

  it('finds sentences in literals and templates, and says what they are for', () => {
    const source = read(
      'a.ts',
      'class A { b() { return `The port ${path} has gone.`; } c = () => { throw new Error("A bug of ours."); } }',
    );
    expect(source.texts).toEqual([
      { text: 'The port {} has gone.', within: '' },
      { text: 'A bug of ours.', within: 'new Error' },
    ]);
    expect(source.texts.map(({ text }) => isSentence(text))).toEqual([true, true]);
  });

  it('finds what is asked of the catalogue', () => {
    const source = read('a.ts', "say('a.b'); t('c.d', { x, y: 1 }); say('e.f', { ...z, x }); say('g.h', z); say(k);");
    expect(source.asks).toEqual([
      { key: 'a.b', names: [], open: false },
      { key: 'c.d', names: ['x', 'y'], open: false },
      { key: 'e.f', names: ['x'], open: true },
      { key: 'g.h', names: [], open: true },
    ]);
  });
});

/** What only developers read: it names a bug of ours. */
const BUGS = new Set([
  'new Error',
  'new TypeError',
  'new RangeError',
  'new SyntaxError',
  'new DriverBug',
  'new EndlessTalk',
]);

/** Places whose texts are English on purpose, and why. */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['src-main/hosts/cli/', 'the command line is English, as its options are'],
  ['src-main/hosts/headless/', 'lines of a log, and complaints about options of the command line'],
  ['src-main/hosts/service/', 'lines of a log, and what installing prints'],
  ['src-main/hosts/screens.ts', 'a build that is not whole'],
  ['src-main/hosts/electron/page-wire.ts', 'lines of a log'],
  ['src-main/hosts/electron/guard.ts', 'lines of a log'],
  ['src-main/hosts/electron/main-window.ts', 'lines of a log'],
  ['src-main/hosts/electron/door.ts', 'lines of a log'],
  ['src-main/hosts/electron/countdown-window.ts', 'lines of a log'],
  ['src-main/engine/protection/act/flag.ts', 'told by the late shutdown hook, in English and on the console'],
  ['src-main/engine/protection/act/tell-ups.ts', 'told by the late shutdown hook, in English and on the console'],
  ['src-main/engine/ports/serial/pty.ts', 'the simulators are tools of the command line'],
  ['src-main/engine/ports/snmp/agent.ts', 'the simulators are tools of the command line'],
  ['src-main/engine/ports/trace.ts', 'the trace is for whoever mends the driver'],
  ['drivers/apcmicrolink/explain.ts', 'the inside of the link, which Diagnostics shows for whoever mends the driver'],
  ['drivers/kit/hid/', 'complaints about report descriptors, for whoever mends the driver'],
]);

function unallowed(sources: readonly Source[], isText: (text: string) => boolean): string[] {
  return sources
    .filter(({ file }) => ![...ENGLISH.keys()].some((place) => file.startsWith(place)))
    .flatMap(({ file, texts }) =>
      texts.filter(({ text, within }) => !BUGS.has(within) && isText(text)).map(({ text }) => `${file}: ${text}`),
    );
}

const SQL = /^(?:SELECT|DELETE|INSERT|UPDATE|WHERE) | ORDER BY /u;

/** A sentence begins with a capital or with what it is about, has words, and ends. */
function isSentence(text: string): boolean {
  return /^(?:\p{Lu}|\{\} ).*\p{Ll} .*[.!?]$/su.test(text) && !SQL.test(text);
}

/** On the screens a heading or a label counts as well: a capital, and another word. */
function isWords(text: string): boolean {
  return /^\p{Lu}\p{Ll}+ (?:.*[\p{L}\d])?[.!?…]?$/su.test(text);
}
