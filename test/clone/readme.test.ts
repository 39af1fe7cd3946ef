import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../drivers/index.ts';
import { protocolsText, withProtocols } from '../../scripts/generate-readme.ts';
import { SHOWN } from '../pictures/shown.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README', () => {
  it('shows the pictures that the picture suite compares, and no others', () => {
    const shown = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, path = '']) => path);
    expect(shown.toSorted()).toEqual(Object.values(SHOWN).toSorted());
    expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(readdirSync(join(root, 'assets', 'readme')).map((name) => `assets/readme/${name}`)).toEqual(
      shown.toSorted(),
    );
  });

  it('links to nothing that is not there', () => {
    const linked = [...readme.matchAll(/\]\(([^):#]+)\)/gu)].map(([, path = '']) => path);
    expect(linked.length).toBeGreaterThan(3);
    expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('lists every driver with what it stands on, as of today', () => {
    expect(withProtocols(readme, protocolsText(drivers))).toBe(readme);
  });

  it('says of a driver that stands on nothing but our reading that it is unverified', () => {
    const [driver] = drivers;
    if (driver === undefined) throw new Error('There are no drivers.');
    expect(protocolsText([{ ...driver, proof: 'derived' }])).toContain('| all of it |');
    expect(protocolsText([{ ...driver, unproven: ['b', 'a'] }])).toContain('| `a`, `b` |');
  });

  it('refuses a text without the marks', () => {
    expect(() => withProtocols('# Mainstay', '')).toThrow('lacks the lines');
  });
});
