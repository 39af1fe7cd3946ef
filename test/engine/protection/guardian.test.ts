/** The guardian in the middle of an outage: killed, slept, on a full disk, and asked to arm. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BootClock, systemBoot } from '../../../src-main/engine/base/boot-clock.ts';
import type { GuardianParts } from '../../../src-main/engine/protection/guardian-parts.ts';
import { Guardian } from '../../../src-main/engine/protection/guardian.ts';
import type { NewEvent, PowerAction } from '../../../src-main/engine/base/parts.ts';
import { policy } from '../../../src-main/engine/protection/policy/decide.ts';
import { createProtectionFile, type ProtectionFile } from '../../../src-main/engine/base/kept-file.ts';
import type { DeviceState, ProtectionState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/index.ts';
import { idleActor } from '../harness.ts';
import { rulesWith, upsNamed } from './policy/run.ts';
import { VirtualClock } from './policy/virtual-engine.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function someFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-guardian-'));
  folders.push(folder);
  return join(folder, 'protection-state.json');
}

const RULES = rulesWith({ charge: { level: 'act', percent: 30 } }, { countdownSeconds: 60, shutdownSeconds: 30 });

/** A guardian and what it told and asked for, on a clock that outlives it. */
class Post {
  readonly clock: VirtualClock;
  readonly told: NewEvent[] = [];
  readonly performed: PowerAction[] = [];
  readonly announced: string[] = [];
  device: DeviceState = upsNamed('a');
  state: ProtectionState | undefined;
  rules: ProtectionSetting = RULES;
  readonly #file: ProtectionFile | undefined;
  readonly #boot: string;
  #guardian: Guardian;

  constructor(file?: ProtectionFile, clock = new VirtualClock(1_700_000_000_000), boot = 'one') {
    this.#file = file;
    this.clock = clock;
    this.#boot = boot;
    this.#guardian = this.#appoint(boot);
  }

  get guardian(): Guardian {
    return this.#guardian;
  }

  get kinds(): readonly string[] {
    return this.told.map(({ kind }) => kind);
  }

  /** Reads the UPS every two seconds for so long. */
  async reading(seconds: number, values: DeviceState['values']): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 2) {
      this.device = { ...this.device, link: 'live', readAt: this.clock.now(), values };
      this.#guardian.read();
      await this.clock.run(2000);
    }
  }

  /** As `kill -9` does: nothing is told, nothing is written. Then it is started again. */
  kill(boot = this.#boot): void {
    this.#guardian.stop();
    this.device = { ...this.device, link: 'connecting' };
    this.#guardian = this.#appoint(boot);
  }

  #appoint(mark: string): Guardian {
    const boot: BootClock = { steady: () => this.clock.monotonic(), mark, isThisBoot: (other) => other === mark };
    const parts: GuardianParts = {
      clock: this.clock,
      boot,
      policy,
      evidence: () => undefined,
      learned: () => undefined,
      actor: {
        ...idleActor,
        perform: async (action) => {
          this.performed.push(action);
          return { done: true, message: 'Asked.' };
        },
        announce: (text) => this.announced.push(text),
      },
      file: this.#file,
      rules: () => this.rules,
      drills: {
        look: () => undefined,
        heard: () => undefined,
        state: () => ({}),
        running: undefined,
        recorded: (action) => action,
        shown: (view) => view,
      },
      devices: () => [this.device],
      command: async () => ({ result: 'accepted', message: 'Sent.' }),
      set: async () => ({ result: 'accepted', message: 'Set.' }),
      onProtection: (state) => {
        this.state = state;
      },
      onEvent: (event) => this.told.push(event),
      onOutcome: () => undefined,
    };
    const guardian = new Guardian(parts);
    guardian.start();
    return guardian;
  }
}

const OUT = { 'ups.status': 'OB DISCHRG', 'battery.charge': 25 };
const WELL = { 'ups.status': 'OL', 'battery.charge': 100 };

describe('killed in the middle', () => {
  // Whenever it strikes: while it is confirmed, in the countdown, after the last step.
  it.each([6, 8, 12, 20, 40, 60, 66])('after %i s of an outage, the countdown ends when it would have', async (at) => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(4, WELL);
    await post.reading(at, OUT);
    const before = post.state?.countdown?.actsAt;
    post.kill();
    await post.clock.run(2000);
    if (before !== undefined) expect(post.state?.countdown?.actsAt).toBe(before);
    await post.reading(80 - at, OUT);
    const committed = post.told.filter(({ kind }) => kind === 'shutdown-committed');
    expect(committed).toHaveLength(1);
    expect(committed[0]?.time).toBeGreaterThanOrEqual(1_700_000_000_000 + 68_000);
    expect(post.performed.length).toBeGreaterThan(0);
    expect(post.performed.every(({ practice }) => !practice)).toBe(true);
  });

  it.each([2, 4])('after %i s, before it is confirmed, the outage goes on from its beginning', async (at) => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(4, WELL);
    await post.reading(at, OUT);
    const since = post.state?.onBatterySince;
    expect(since).toBeDefined();
    post.kill();
    await post.clock.run(1000);
    expect(post.state).toMatchObject({ phase: 'confirming', onBatterySince: since });
    await post.reading(10, OUT);
    expect(post.told.find(({ kind }) => kind === 'outage-confirmed')?.data['limit']).toBe(RULES.confirmSeconds);
    expect(post.state?.onBatterySince).toBe(since);
  });

  it('before it is confirmed, mains on the first reading after it ends the matter', async () => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(4, OUT);
    post.kill();
    await post.reading(4, WELL);
    expect(post.state?.phase).toBe('idle');
    expect(post.kinds).not.toContain('outage-confirmed');
  });

  it('after the decision, what was asked for is asked for again, also with mains back', async () => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(80, OUT);
    expect(post.performed).toHaveLength(1);
    post.kill();
    await post.reading(10, WELL);
    expect(post.performed).toHaveLength(2);
    expect(post.performed[1]).toMatchObject({ trigger: 'charge', device: 'a', practice: false });
    expect(post.kinds.filter((kind) => kind === 'shutdown-committed')).toHaveLength(1);
  });

  it('and gone for an hour: nothing is done on what was known then', async () => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(30, OUT);
    expect(post.state?.phase).toBe('countdown');
    post.clock.sleep(3_600_000);
    post.kill();
    await post.clock.run(5000);
    expect(post.kinds).toContain('resumed');
    await post.reading(100, WELL);
    expect(post.performed).toEqual([]);
    expect(post.state?.phase).toBe('idle');
  });

  it('and the computer started anew: that was another outage', async () => {
    const post = new Post(createProtectionFile(someFile()));
    await post.reading(30, OUT);
    post.kill('two');
    await post.clock.run(3000);
    expect(post.state?.phase).toBe('idle');
  });

  it.each([
    ['empty', ''],
    ['half', '{"boot":"one","steady":1'],
    ['of nonsense', '{"boot":"one","steady":1,"state":{"watches":7}}'],
    ['of another kind', '[]'],
  ])('with a kept state that is %s, it begins anew', async (_, text) => {
    const file = someFile();
    const post = new Post(createProtectionFile(file));
    await post.reading(30, OUT);
    writeFileSync(file, text);
    post.kill();
    await post.reading(80, OUT);
    expect(post.performed).toHaveLength(1);
  });

  it('without a file it begins anew', async () => {
    const post = new Post();
    await post.reading(30, OUT);
    post.kill();
    expect(post.state?.phase).toBe('idle');
  });
});

describe('a disk that takes nothing', () => {
  it('does not stop protection, and is a problem while it lasts', async () => {
    let full = true;
    let kept: unknown;
    const file: ProtectionFile = {
      load: () => kept,
      save: (content) => {
        if (full) throw new Error('ENOSPC: no space left on device');
        kept = content;
      },
    };
    const post = new Post(file);
    await post.reading(30, OUT);
    expect(post.guardian.problems).toMatchObject([{ id: 'protection-file' }]);
    expect(post.guardian.problems[0]?.message).toContain('ENOSPC');
    full = false;
    await post.reading(50, OUT);
    expect(post.guardian.problems).toEqual([]);
    expect(post.performed).toHaveLength(1);
  });
});

describe('the end of Mainstay', () => {
  it('is no loss of contact', async () => {
    const post = new Post();
    await post.reading(10, WELL);
    post.guardian.stop();
    post.device = { ...post.device, link: 'lost' };
    post.guardian.decide();
    await post.clock.run(5000);
    expect(post.kinds).not.toContain('trigger-warning');
  });
});

describe('the kept state', () => {
  it('is on disk before the last step is asked for', async () => {
    const path = someFile();
    const post = new Post(createProtectionFile(path));
    let then = '';
    const { performed } = post;
    performed.push = (...actions) => {
      then = readFileSync(path, 'utf8');
      return Array.prototype.push.apply(performed, actions);
    };
    await post.reading(80, OUT);
    expect(performed).toHaveLength(1);
    expect(then).toContain('"committed"');
  });
});

describe('a sleep', () => {
  it('past the end of the countdown acts on fresh readings only', async () => {
    const post = new Post();
    await post.reading(30, OUT);
    post.clock.sleep(60_000);
    await post.clock.run(3000);
    expect(post.performed).toEqual([]);
    await post.reading(4, OUT);
    expect(post.performed).toHaveLength(1);
  });

  it('past the end of the countdown does nothing when mains is back', async () => {
    const post = new Post();
    await post.reading(30, OUT);
    post.clock.sleep(60_000);
    await post.reading(60, WELL);
    expect(post.performed).toEqual([]);
    expect(post.state?.phase).toBe('idle');
  });

  it('that was the last step ends it', async () => {
    const post = new Post();
    post.rules = { ...RULES, action: 'sleep' };
    await post.reading(80, OUT);
    expect(post.performed).toMatchObject([{ kind: 'sleep' }]);
    post.clock.sleep(7_200_000);
    await post.reading(30, WELL);
    expect(post.state?.phase).toBe('idle');
    expect(post.performed).toHaveLength(1);
  });
});

describe('what goes wrong beside it', () => {
  it('does not keep what was decided from being done', async () => {
    const post = new Post();
    await post.reading(60, OUT);
    Object.defineProperty(post, 'state', {
      set: () => {
        throw new TypeError('no such screen');
      },
    });
    await post.reading(20, OUT);
    expect(post.performed).toHaveLength(1);
    expect(post.kinds).toContain('problem');
  });

  it('everyone is told of a countdown, but not of that of a simulation', async () => {
    const post = new Post();
    await post.reading(30, OUT);
    expect(post.announced).toHaveLength(1);
    const demo = new Post();
    demo.device = { ...demo.device, simulated: true };
    await demo.reading(80, OUT);
    expect(demo.announced).toEqual([]);
    expect(demo.performed).toMatchObject([{ practice: true }]);
  });
});

describe("this computer's own clock", () => {
  it('grows, and knows its boot', () => {
    const boot = systemBoot();
    const first = boot.steady();
    expect(boot.steady()).toBeGreaterThanOrEqual(first);
    expect(boot.isThisBoot(systemBoot().mark)).toBe(true);
    expect(boot.isThisBoot('boot:another')).toBe(false);
    expect(boot.isThisBoot('began:1')).toBe(false);
  });
});
