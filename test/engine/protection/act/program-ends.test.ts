/**
 * How the person's own command and programs of the system are started and ended, against a program that is played and a
 * clock that is turned: what takes seconds in life takes none here, and Windows is told what it would be told.
 */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { runOwnCommand } from '../../../../src-main/engine/protection/act/own-command.ts';
import { runProgram } from '../../../../src-main/engine/protection/act/run.ts';
import { ownCommandSchema } from '../../../../src-shared/settings/protection.ts';

vi.mock('node:child_process', () => ({ spawn: vi.fn() }));

/** A program that does what a test lets it do. */
class Played extends EventEmitter {
  readonly stdin = new PassThrough();
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly kill = vi.fn();
  readonly unref = vi.fn();
  readonly pid: number | undefined;

  constructor(pid: number | undefined) {
    super();
    this.pid = pid;
  }

  /** It ends; `open` leaves its output open, as a program does that has started another. */
  end(code: number | null, signal: NodeJS.Signals | null = null, open = false): void {
    this.emit('exit', code, signal);
    if (!open) this.emit('close', code, signal);
  }
}

const spawned = vi.mocked(spawn);
/** Everything that was signalled, as `process signal`. */
let signals: string[];
let signalled: MockInstance<typeof process.kill>;
let platform: string;

/** The next program that is started is this one. */
function play(pid: number | 'none' = 4711): Played {
  const played = new Played(pid === 'none' ? undefined : pid);
  // oxlint-disable-next-line no-unsafe-type-assertion -- as much of a process as is looked at
  spawned.mockReturnValueOnce(played as never);
  return played;
}

function on(other: string): void {
  Object.defineProperty(process, 'platform', { value: other });
}

/** Lets what was written be read. */
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  signals = [];
  signalled = vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    signals.push(`${pid} ${signal}`);
    return true;
  });
  ({ platform } = process);
  on('linux');
});
afterEach(() => {
  on(platform);
  vi.restoreAllMocks();
  spawned.mockReset();
  vi.useRealTimers();
});

const own = (timeoutSeconds = 60) =>
  runOwnCommand(ownCommandSchema.parse({ enabled: true, program: '/opt/own', arguments: ['a b'], timeoutSeconds }), {
    occasion: 'armed',
  });

describe('the own command', () => {
  it.each([
    ['linux', true],
    ['darwin', true],
    ['win32', false],
  ] as const)('on %s is started without input and window, in a group of its own: %s', async (system, detached) => {
    on(system);
    const played = play();
    const run = own();
    played.end(0);
    await run;
    expect(spawned).toHaveBeenCalledExactlyOnceWith(
      '/opt/own',
      ['a b'],
      expect.objectContaining({ detached, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }),
    );
  });

  it('that ends in time is measured in tenths of a second, and nothing of it is left', async () => {
    const played = play();
    const run = own();
    played.stdout.write('well\n');
    await vi.advanceTimersByTimeAsync(1270);
    played.end(0);
    expect(await run).toMatchObject({ done: true, seconds: 1.3, output: 'well' });
    expect(vi.getTimerCount()).toBe(0);
    expect([played.stdout.destroyed, played.stderr.destroyed]).toEqual([true, true]);
    expect(played.unref).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(signals).toEqual([]);
  });

  it('ends once: what still happens to it afterwards is not looked at', async () => {
    const played = play();
    const run = own();
    played.end(0, null, true);
    await vi.advanceTimersByTimeAsync(250);
    expect((await run).done).toBe(true);
    played.emit('close', 0, null);
    played.emit('error', new Error('late'));
    expect(played.unref).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that closes its output is over at once, and one that leaves it open a quarter of a second later', async () => {
    const closing = play();
    const ended = vi.fn();
    const first = own().then(ended);
    closing.end(3);
    await first;
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ done: false, seconds: 0 }));
    const open = play();
    const later = vi.fn();
    void own().then(later);
    open.end(0, null, true);
    await vi.advanceTimersByTimeAsync(249);
    expect(later).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(later).toHaveBeenCalledWith(expect.objectContaining({ done: true }));
  });

  it('that hangs is asked to end, made to 3 seconds later, and left behind 1 second after that', async () => {
    const played = play();
    const over = vi.fn();
    void own(60).then(over);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(signals).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    // The whole group, which the minus says.
    expect(signals).toEqual(['-4711 SIGTERM']);
    await vi.advanceTimersByTimeAsync(2999);
    expect(signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals).toEqual(['-4711 SIGTERM', '-4711 SIGKILL']);
    await vi.advanceTimersByTimeAsync(999);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledWith(expect.objectContaining({ done: false, seconds: 64 }));
    expect(over.mock.lastCall?.[0]).toHaveProperty('message', expect.stringContaining('had not finished within'));
    expect(played.unref).toHaveBeenCalledTimes(1);
  });

  it('that obeys was too slow all the same, whatever it says of itself', async () => {
    const played = play();
    const run = own(5);
    await vi.advanceTimersByTimeAsync(5000);
    played.end(0);
    const { done, message } = await run;
    expect(done).toBe(false);
    expect(message).toContain('had not finished within');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signals).toEqual(['-4711 SIGTERM']);
  });

  it('that has ended while it was being ended does no harm', async () => {
    play();
    const run = own(5);
    signalled.mockImplementation(() => {
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
    });
    await vi.advanceTimersByTimeAsync(9000);
    expect((await run).done).toBe(false);
  });

  it('that was never a process is signalled to nobody', async () => {
    play('none');
    const run = own(5);
    await vi.advanceTimersByTimeAsync(9000);
    expect((await run).done).toBe(false);
    expect(signalled).not.toHaveBeenCalled();
  });

  it('on Windows is ended with all that it has started, by taskkill, or alone where that is missing', async () => {
    on('win32');
    const played = play();
    const killer = play(1);
    play(2);
    const run = own(5);
    await vi.advanceTimersByTimeAsync(5000);
    expect(spawned).toHaveBeenLastCalledWith('taskkill.exe', ['/pid', '4711', '/t', '/f'], { stdio: 'ignore' });
    expect([signals, played.kill.mock.calls]).toEqual([[], []]);
    killer.emit('error', new Error('spawn taskkill.exe ENOENT'));
    expect(played.kill).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect((await run).done).toBe(false);
    expect(spawned).toHaveBeenCalledTimes(3);
  });

  it('that cannot be started says why in the words of the system, where there are no better ones', async () => {
    const played = play();
    const run = own();
    played.emit('error', new Error('spawn /opt/own EMFILE'));
    expect((await run).message).toContain('was not started: spawn /opt/own EMFILE.');
    for (const thrown of [new Error('no such thing'), 'no such thing']) {
      spawned.mockImplementationOnce(() => {
        throw thrown;
      });
      expect((await own()).message).toContain('was not started: no such thing.');
    }
  });
});

describe('a program of the system', () => {
  it('is started with all three ways open and no window, and its input is ended', async () => {
    const played = play();
    const run = runProgram('last', ['--system']);
    expect(spawned).toHaveBeenCalledExactlyOnceWith('last', ['--system'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    await settle();
    expect(played.stdin.writableEnded).toBe(true);
    played.end(0);
    expect(await run).toEqual({ code: 0, out: '', said: '' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for ten seconds, and killed then', async () => {
    const played = play();
    const over = vi.fn();
    void runProgram('last', []).then(over);
    played.stdout.write('half');
    await vi.advanceTimersByTimeAsync(9999);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenCalledWith(expect.objectContaining({ code: null, out: 'half', late: true }));
    expect(over.mock.lastCall?.[0]).toHaveProperty('said', expect.stringContaining('10'));
    expect(played.kill.mock.calls).toEqual([['SIGKILL']]);
  });

  it('may close its input before it has read it', async () => {
    const played = play();
    const run = runProgram('wall', [], { input: 'to everyone' });
    played.stdin.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    played.end(0);
    expect((await run).code).toBe(0);
  });
});
