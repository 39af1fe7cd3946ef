import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulate } from '../../../../drivers/megatec/simulator.ts';
import { type PowerOffFlag, readFlag, writeFlag } from '../../../../src-main/engine/protection/act/flag.ts';
import { tellUps } from '../../../../src-main/engine/protection/act/tell-ups.ts';
import { systemBoot } from '../../../../src-main/engine/base/boot-clock.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { type PtyServer, servePty } from '../../../../src-main/engine/ports/serial/pty.ts';
import { createUpsModel, PROFILES, type UpsModel } from '../../../../src-shared/ups-model/index.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const MAIN = join(ROOT, 'src-main/hosts/cli/main.ts');
const HOOK = join(ROOT, 'assets/linux/mainstay-late-shutdown');

/** Programs of their own, so that a simulated UPS can answer them meanwhile. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}
function run(program: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolved) => {
    execFile(program, [...args], { env: { ...process.env, ...env } }, (error, out, said) => {
      resolved({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out, said });
    });
  });
}

describe.skipIf(process.platform !== 'linux')('mainstay power-off-ups', { timeout: 60_000 }, () => {
  let folder: string;
  let flag: string;
  let model: UpsModel;
  let served: PtyServer;
  const received: string[] = [];
  const boot = systemBoot();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-late-'));
    flag = join(folder, 'power-off-ups.json');
    model = createUpsModel(PROFILES['home-line-interactive'], { mainsVoltage: 0 });
    received.length = 0;
    served = await servePty(join(folder, 'ups'), simulate(model), {
      onStep: (seconds) => model.advance(seconds),
      onBytes: (direction, bytes) => {
        if (direction === 'received') received.push(Buffer.from(bytes).toString('latin1'));
      },
    });
  });
  afterEach(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const leave = (change: Partial<PowerOffFlag> = {}): void =>
    writeFlag(flag, {
      version: 1,
      boot: boot.mark,
      steady: boot.steady(),
      committedAt: Date.now(),
      reason: 'The battery is at 20 %; the limit is 30 %.',
      devices: [{ id: 'a', name: 'Smart 1500', uri: `serial:${join(folder, 'ups')}?driver=megatec`, values: {} }],
      ...change,
    });
  const powerOff = (...words: string[]) =>
    run(process.execPath, [MAIN, 'power-off-ups', ...words], { MAINSTAY_POWER_OFF_FLAG: flag });
  /** What the UPS was told besides questions. */
  const told = (): string[] =>
    received
      .join('')
      .split('\r')
      .filter((each) => each.startsWith('S'));

  const install = (): string => {
    const hook = join(folder, 'hook');
    const program = `'${process.execPath}' '${MAIN}'`;
    writeFileSync(hook, readFileSync(HOOK, 'utf8').replaceAll('@PROGRAM_SHELL@', program));
    chmodSync(hook, 0o755);
    return hook;
  };
  const env = () => ({ MAINSTAY_POWER_OFF_FLAG: flag });

  it('tells the UPS that the flag names, also when mains is there again', async () => {
    leave();
    model.world.mainsVoltage = 230;
    const { code, out } = await powerOff();
    expect([code, told()]).toEqual([0, ['S.4R0003']]);
    expect(out).toContain('Smart 1500: ');
    // It really goes off, and comes back since mains is there.
    model.advance(30);
    expect(model.state().output.on).toBe(false);
    model.advance(300);
    expect(model.state().output.on).toBe(true);
  });

  it('--check only says what would be told', async () => {
    leave();
    const { code, out } = await powerOff('--check');
    expect([code, told()]).toEqual([0, []]);
    expect(out).toContain('shutdown.return 20');
  });

  it('tells the time of the next start, where there is one', async () => {
    leave({ startAt: Date.now() + 8 * 3_600_000 });
    expect((await powerOff()).code).toBe(0);
    expect(told()).toEqual(['S.4R0480']);
  });

  it('without the flag does nothing and says why', async () => {
    const { code, said } = await powerOff();
    expect([code, told()]).toEqual([5, []]);
    expect(said).toContain('is not there, so this is no shutdown that Mainstay has decided on');
  });

  it('goes on with the others when one is not there', async () => {
    const gone = { id: 'b', name: 'Gone', uri: `serial:${join(folder, 'nowhere')}?driver=megatec`, values: {} };
    const here = { id: 'a', name: 'Smart 1500', uri: `serial:${join(folder, 'ups')}?driver=megatec`, values: {} };
    leave({ devices: [gone, here] });
    const { code, said } = await powerOff();
    expect([code, told()]).toEqual([3, ['S.4R0003']]);
    expect(said).toContain('Gone');
  });

  it.each([
    ['of another boot', () => leave({ boot: 'boot:another' }), 'another boot'],
    ['of a shutdown that never came', () => leave({ steady: boot.steady() - 3_700_000 }), 'never came to its end'],
    ['that makes no sense', () => writeFileSync(flag, '{"version":1}', { mode: 0o600 }), 'makes no sense'],
    ['that is no JSON', () => writeFileSync(flag, '{', { mode: 0o600 }), 'makes no sense'],
    [
      'that others may write',
      () => {
        leave();
        chmodSync(flag, 0o666);
      },
      'proves nothing',
    ],
  ])('refuses a flag %s', (_what, prepare, words) => {
    prepare();
    expect(() => readFlag(flag, { boot: boot.mark, steady: boot.steady() })).toThrow(words);
  });

  it('is for nobody else to read', () => {
    leave();
    expect(spawnSync('stat', ['-c', '%a', flag]).stdout.toString()).toBe('600\n');
    expect(readFlag(flag, { boot: boot.mark, steady: boot.steady() }).reason).toContain('20 %');
  });

  it('tries again, inside a time limit for each attempt', async () => {
    await served.close();
    const device = simulate(model);
    const deafUntil = performance.now() + 2000;
    served = await servePty(join(folder, 'ups'), {
      // Deaf at first, as after a reset of its controller.
      receive: (bytes) => (performance.now() > deafUntil ? device.receive(bytes) : new Uint8Array(0)),
      unasked: () => device.unasked(),
    });
    const began = performance.now();
    const options = { clock: systemClock, values: {}, check: false, limitMs: 2500 };
    const { done } = await tellUps(`serial:${join(folder, 'ups')}?driver=megatec`, { ...options, attempts: 4 });
    expect(done).toBe(true);
    await served.close();
    served = await servePty(join(folder, 'ups'), {
      receive: () => new Uint8Array(0),
      unasked: () => new Uint8Array(0),
    });
    const deaf = await tellUps(`serial:${join(folder, 'ups')}?driver=megatec`, {
      ...options,
      attempts: 2,
      limitMs: 400,
    });
    expect(deaf.done).toBe(false);
    expect(deaf.message).toContain('did not answer within');
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  describe('behind the late shutdown hook', () => {
    it.each(['poweroff', 'halt'])('acts on %s', async (verb) => {
      leave();
      expect((await run(install(), [verb], env())).code).toBe(0);
      expect(told()).toEqual(['S.4R0003']);
    });

    it.each(['reboot', 'kexec', ''])('does nothing on "%s"', async (verb) => {
      leave();
      const { code, out, said } = await run(install(), [verb], env());
      expect({ code, out, said, told: told() }).toEqual({ code: 0, out: '', said: '', told: [] });
    });

    it('does nothing without the flag', async () => {
      const { code, out, said } = await run(install(), ['poweroff'], env());
      expect({ code, out, said }).toEqual({ code: 0, out: '', said: '' });
    });

    it('lets the shutdown go on when the UPS cannot be told', async () => {
      leave({ devices: [{ id: 'b', name: 'Gone', uri: 'serial:/dev/nobody?driver=megatec', values: {} }] });
      const { code, out } = await run(install(), ['poweroff'], env());
      expect(code).toBe(0);
      expect(out).toContain('was not told');
    });

    // What is left at the end of a shutdown: nothing to write to, no network, no bus, hardly an environment.
    const bare =
      'mount --make-rprivate / && mount -o remount,ro,bind / && if touch "$0"; then exit 99; fi; exec env -i MAINSTAY_POWER_OFF_FLAG="$1" "$0" poweroff';
    const mayUnshare = spawnSync('unshare', ['-m', '-n', 'true']).status === 0;
    it.skipIf(!mayUnshare && process.env['CI'] !== 'true')(
      'works on a read-only system without a network',
      async () => {
        leave();
        const { code, said } = await run('unshare', ['-m', '-n', 'sh', '-c', bare, install(), flag], {});
        expect({ code, told: told() }, said).toEqual({ code: 0, told: ['S.4R0003'] });
      },
    );
  });
});
