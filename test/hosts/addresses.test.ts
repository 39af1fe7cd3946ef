import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, isOwnPage, refuseSender, START_PAGE } from '../../src-main/hosts/electron/addresses.ts';
import { autostartEntry } from '../../src-main/hosts/electron/autostart.ts';

describe('an own page', () => {
  it.each([START_PAGE, 'mainstay://app', `${START_PAGE}#/history`])('is %s', (address) =>
    expect(isOwnPage(address)).toBe(true),
  );
  it.each([
    '',
    'mainstay://app.evil.example/',
    'mainstay://other/',
    'https://app/',
    'file:///etc/passwd',
    'about:blank',
  ])('is not %s', (address) => expect(isOwnPage(address)).toBe(false));
});

describe('the sender of a message', () => {
  const frame = { url: START_PAGE, isTop: true };
  it('is heard as the top frame of the own window', () => {
    expect(refuseSender({ contents: 1, frame }, 1)).toBeUndefined();
  });
  it.each([
    [{ contents: 2, frame }],
    [{ contents: 1 }],
    [{ contents: 1, frame: { ...frame, isTop: false } }],
    [{ contents: 1, frame: { ...frame, url: 'https://evil.example/' } }],
  ])('is refused as %o', (sender) => expect(refuseSender(sender, 1)).toEqual(expect.any(String)));
});

describe('the file of an address', () => {
  const folder = join('/srv', 'screens');
  it('is inside the folder; a route is the page', () => {
    expect(fileOf(folder, '/assets/a.js')).toBe(join(folder, 'assets', 'a.js'));
    expect(fileOf(folder, '/')).toBe(join(folder, 'index.html'));
    expect(fileOf(folder, '/history')).toBe(join(folder, 'index.html'));
  });
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%', '/a%00.js', '/../screens-other/a.js'])(
    'is none for %s',
    (path) => expect(fileOf(folder, path)).toBeUndefined(),
  );
  it('never leaves the folder', () => {
    const piece = constantFrom('..', '%2e', '/', '%2f', '\\', 'a', '.js', '%00', '%', 'screens');
    assert(
      property(
        array(piece).map((pieces) => `/${pieces.join('')}`),
        (path) => {
          const file = fileOf(folder, path);
          expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
        },
      ),
    );
  });
});

describe('the autostart entry', () => {
  it('quotes each word twice over, as the specification asks', () => {
    // Desktop Entry Specification, "The Exec key": `"`, "`", `$` and `\` are escaped with `\` inside double quotes, and
    // the general escape of `\` in strings comes on top; `%` starts a field code unless doubled.
    const entry = autostartEntry(['/opt/My $UPS/100%\\x', '--hidden']);
    expect(entry).toContain('Exec="/opt/My \\\\$UPS/100%%\\\\\\\\x" "--hidden"\n');
    expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true);
  });
});
