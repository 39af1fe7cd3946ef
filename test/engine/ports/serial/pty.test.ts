/** Simulated devices on pseudo terminals. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf, textOf } from '../../../../drivers/kit/line/ascii.ts';
import { exchange, lineSimulator, oneLine } from '../../../../drivers/kit/line/line.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { type PtyOptions, type PtyServer, servePty } from '../../../../src-main/engine/ports/serial/pty.ts';
import { serialTransport } from '../../../../src-main/engine/ports/serial/transport.ts';
import { describeWithPrograms } from '../../../peers/harness.ts';

let folder: string;
let servers: PtyServer[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mainstay-pty-'));
  servers = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true });
});

const echo = () => lineSimulator((line) => `<${line}>\r`);

async function serve(name: string, options?: PtyOptions, simulator = echo()): Promise<string> {
  const server = await servePty(join(folder, name), simulator, options);
  servers.push(server);
  return server.path;
}

/** Asks one line over the real serial transport. */
async function ask(path: string, text: string): Promise<string> {
  const transport = serialTransport({ path, baud: 2400 }, systemClock);
  const opened = await transport.open();
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    const reply = await transport.request(exchange(text, { reply: oneLine() }), 5000);
    return reply.ok ? textOf(reply.data) : reply.fault;
  } finally {
    await transport.close();
  }
}

describeWithPrograms('a simulated device on a pseudo terminal', ['socat'], () => {
  it('answers one program after the other', async () => {
    const path = await serve('tty');
    expect(await ask(path, 'one\r')).toBe('<one>\r');
    expect(await ask(path, 'two\r')).toBe('<two>\r');
  });

  it('passes every byte through as it is', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 13 && byte !== 0);
    const heard: number[] = [];
    const onBytes: PtyOptions['onBytes'] = (direction, bytes) => direction === 'received' && heard.push(...bytes);
    const path = await serve(
      'tty',
      { onBytes },
      lineSimulator(() => 'ok\r', { limit: 1000 }),
    );
    expect(await ask(path, `${textOf(all)}\r`)).toBe('ok\r');
    expect(heard).toEqual([...all, 13]);
  });

  it('is as slow as its line', async () => {
    const path = await serve(
      'tty',
      { baud: 2400 },
      lineSimulator(() => `${'x'.repeat(47)}\r`),
    );
    const began = performance.now();
    expect(await ask(path, 'Q1\r')).toHaveLength(48);
    // 48 bytes of 10 bits; the machine may be slower, but never faster.
    expect(performance.now() - began).toBeGreaterThan((48 * 10_000) / 2400 - 10);
  });

  it('speaks unasked, and is told how much time passes', async () => {
    let seconds = 0;
    const alarm = {
      receive: () => new Uint8Array(0),
      unasked: () => (seconds > 0.15 ? bytesOf('!\r') : new Uint8Array(0)),
    };
    const path = await serve('tty', { onStep: (step) => (seconds += step) }, alarm);
    expect(await ask(path, 'hello\r')).toBe('!\r');
  });

  it('is gone when it is closed', async () => {
    const path = await serve('tty');
    await servers.pop()?.close();
    expect(existsSync(path)).toBe(false);
  });

  it('leaves a file alone that is in its place', async () => {
    await writeFile(join(folder, 'taken'), 'mine');
    await expect(serve('taken')).rejects.toMatchObject({ code: 'in-use' });
    expect(existsSync(join(folder, 'taken'))).toBe(true);
  });

  it('says so where it cannot be made', async () => {
    await expect(serve('no/such/folder')).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('without socat', () => {
  it('says what to install', async () => {
    vi.stubEnv('PATH', folder);
    await expect(serve('tty')).rejects.toThrow(/socat is not installed.*Install socat/);
  });
});
