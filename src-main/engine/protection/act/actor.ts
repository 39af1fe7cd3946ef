/** Everything that touches this computer's own power: what the policy decided, done, or only said in practice. */
import { plainSpaces } from '../../../../src-shared/nut/index.ts';
import type { DeviceState, LastShutdown, PowerCycle, Preflight } from '../../../../src-shared/contract/index.ts';
import type { OwnCommand, ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type BootClock, systemBoot } from '../../base/boot-clock.ts';
import type { Actor, ActorTools, CommandRun, PowerAction } from '../../base/parts.ts';
import { planOf } from '../policy/plan.ts';
import { judge, lastSign } from './aftermath.ts';
import { type Cut, cutAfterwards, wayFor } from './cut.ts';
import { flagFile, HOOK_FILE, whyNotLate } from './flag.ts';
import { linuxPower } from './linux.ts';
import { macPower } from './mac.ts';
import { runOwnCommand } from './own-command.ts';
import { cutsAfter, sayPowerCycle } from './power-cycle.ts';
import type { PowerSystem } from './power-system.ts';
import { preflight } from './preflight.ts';
import { type Committed, RecordFile } from './record.ts';
import { type Run, runProgram } from './run.ts';
import { printable } from '../../../../src-shared/printable.ts';
import { windowsPower } from './windows.ts';
import { logLine } from '../../base/terminal.ts';

/** What can be said or replaced around the actor. */
export interface ActorOptions {
  /** Where the report of the last shutdown is kept; without it nothing is. */
  readonly dataDir?: string;
  /** Mainstay runs as a service of the system. */
  readonly service?: boolean;
  readonly platform?: NodeJS.Platform;
  readonly run?: Run;
  /** A line for whoever reads the log. */
  readonly log?: (line: string) => void;
  readonly boot?: BootClock;
  readonly now?: () => number;
  /** Linux: the root of the file system that is looked at, the late shutdown hook, and where its flag is left. */
  readonly root?: string;
  readonly hook?: string;
  readonly flag?: string;
  readonly uid?: number | undefined;
}

/** Makes the actor of this platform. */
export function createActor(options: ActorOptions = {}): Actor {
  return new SystemActor(options);
}

/** Whether the hook can be used changes with an installation, not from one second to the next. Milliseconds. */
const LOOK_AGAIN = 10_000;

class SystemActor implements Actor {
  readonly #options: ActorOptions;
  readonly #platform: NodeJS.Platform;
  readonly #run: Run;
  readonly #system: PowerSystem;
  readonly #boot: BootClock;
  readonly #record: RecordFile;
  #late: { readonly why: string | undefined; readonly at: number } | undefined;

  constructor(options: ActorOptions) {
    this.#options = options;
    this.#platform = options.platform ?? process.platform;
    this.#run = options.run ?? runProgram;
    this.#system = choose(this.#platform, this.#run, options);
    this.#boot = options.boot ?? systemBoot();
    this.#record = new RecordFile(options.dataDir);
  }

  async begin(tools: Pick<ActorTools, 'devices' | 'tell'>): Promise<void> {
    const { committed } = this.#record.get();
    // Of this boot: that shutdown has not come to its end yet, Mainstay was only started again meanwhile.
    if (committed === undefined || this.#boot.isThisBoot(committed.boot)) return;
    const startedAt = this.#now() - this.#boot.steady();
    const sign = await lastSign(this.#run, committed, startedAt);
    const { report, measuredSeconds, trouble } = judge(committed, startedAt, sign);
    this.#record.put({ committed: undefined, report, ...(measuredSeconds === undefined ? {} : { measuredSeconds }) });
    tools.tell({
      time: this.#now(),
      ...(report.device === undefined ? {} : { device: report.device }),
      kind: 'shutdown-ended',
      severity: trouble ? 'warning' : 'info',
      text: report.text,
      data: {
        upsCut: report.upsCut,
        committedAt: report.committedAt,
        startedAt: report.startedAt,
        ...(report.shutdownSeconds === undefined ? {} : { seconds: report.shutdownSeconds }),
      },
    });
  }

  async perform(action: PowerAction, tools: ActorTools): Promise<{ done: boolean; message: string }> {
    const committedAt = this.#now();
    const { ownCommand } = tools.rules;
    const ran = ownCommand.enabled || action.kind === 'command' ? await this.#ownCommand(action, tools) : undefined;
    const { kind, reason, practice } = action;
    if (kind === 'command') {
      const said = ran?.message ?? say('act.noCommand');
      const message = practice ? say('act.commandPractised', { said, reason }) : `${said} ${reason}`;
      return { done: ran?.done === true, message };
    }
    if (practice) {
      const message = wantsCut(action, tools)
        ? say(`act.practisedWithCut.${kind}`, { reason })
        : say(`act.practised.${kind}`, { reason });
      return { done: true, message };
    }
    const cut = wantsCut(action, tools) ? await this.#cut(action, tools) : undefined;
    if (kind === 'shutdown') this.#keep(action, committedAt, cut);
    const answer = await this.#system.deeds[kind]();
    if (answer.done) return { done: true, message: say(`act.asked.${kind}`, { by: answer.by, reason }) };
    // Taken back in a shutdown that has begun after all, this would leave the computer off for good.
    if (answer.unsure !== true) {
      this.#record.put({ committed: undefined });
      await cut?.undo();
    }
    return {
      done: false,
      message: say(`act.notDone.${kind}`, { why: answer.why, reason }),
    };
  }

  announce(text: string): void {
    // It goes to the terminals of others, by programs of the system.
    const line = printable(plainSpaces(text));
    (this.#options.log ?? logLine)(line);
    this.#system.announce(line);
  }

  async preflight(rules: ProtectionSetting, devices: readonly DeviceState[]): Promise<Preflight> {
    const system = await this.#system.checks(rules.action);
    const feeding = devices.filter(({ feedsThisComputer, link }) => feedsThisComputer && link !== 'disabled');
    this.#late = undefined;
    const now = this.#now();
    const measuredSeconds = this.measuredSeconds();
    const measured = measuredSeconds === undefined ? {} : { measuredSeconds };
    return preflight(rules, devices, {
      now,
      neededSeconds: planOf(rules, { now, steady: this.#boot.steady(), devices, ...measured }).view.neededSeconds,
      service: this.#options.service ?? false,
      powerCycles: feeding.map((device) => this.powerCycle(rules, device)),
      notLate: this.#platform === 'linux' && rules.action === 'shutdown' ? this.#notLate() : 'none',
      system,
    });
  }

  powerCycle(rules: ProtectionSetting, device: DeviceState): PowerCycle {
    const way = wayFor(device, rules.action, this.#notLate() === undefined);
    return sayPowerCycle(rules, device, { way, seconds: this.#seconds(rules) });
  }

  tryCommand(command: OwnCommand, { devices }: ActorTools): Promise<CommandRun> {
    const device = devices.find(({ feedsThisComputer, link }) => feedsThisComputer && link !== 'disabled');
    return runOwnCommand(command, { occasion: 'trial', ...(device === undefined ? {} : { device }) });
  }

  measuredSeconds(): number | undefined {
    return this.#record.get().measuredSeconds;
  }

  lastShutdown(): LastShutdown | undefined {
    return this.#record.get().report;
  }

  acknowledge(): void {
    this.#record.put({ report: undefined });
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #seconds({ shutdownSeconds }: ProtectionSetting): number {
    return this.measuredSeconds() ?? shutdownSeconds;
  }

  get #place(): { readonly hook: string; readonly flag: string } {
    return { hook: this.#options.hook ?? HOOK_FILE, flag: this.#options.flag ?? flagFile() };
  }

  #notLate(): string | undefined {
    if (this.#platform !== 'linux') return say('act.onlyLinux');
    const at = this.#now();
    if (this.#late === undefined || at - this.#late.at > LOOK_AGAIN || at < this.#late.at) {
      this.#late = { why: whyNotLate(this.#place), at };
    }
    return this.#late.why;
  }

  #cut(action: PowerAction, tools: ActorTools): Promise<Cut> {
    const place = {
      ...this.#place,
      boot: this.#boot,
      dataDir: this.#options.dataDir,
      late: this.#notLate() === undefined,
    };
    return cutAfterwards(action, tools, place, this.#seconds(tools.rules));
  }

  /** A record that cannot be written costs a report, not the shutdown. */
  #keep({ device, reason }: PowerAction, committedAt: number, cut: Cut | undefined): void {
    const committed: Committed = {
      committedAt,
      askedAt: this.#now(),
      boot: this.#boot.mark,
      ...(device === undefined ? {} : { device }),
      reason,
      asked: [...(cut?.asked ?? [])],
    };
    const why = this.#record.put({ committed });
    if (why !== undefined) (this.#options.log ?? logLine)(`The report of this shutdown cannot be kept: ${why}`);
  }

  async #ownCommand(action: PowerAction, tools: ActorTools): Promise<CommandRun> {
    const device = tools.devices.find(({ id }) => id === action.device);
    const run = await runOwnCommand(tools.rules.ownCommand, {
      occasion: action.practice ? 'practice' : 'armed',
      action,
      ...(device === undefined ? {} : { device }),
    });
    tools.tell({
      time: this.#now(),
      ...(device === undefined ? {} : { device: device.id }),
      kind: 'own-command',
      severity: run.done ? 'info' : 'warning',
      text: run.message,
      data: { done: run.done, seconds: run.seconds, output: run.output, practice: action.practice },
    });
    return run;
  }
}

/**
 * Whether the UPSes are told to cut their output. Not after a shutdown by the clock that says nothing of a start, nor when a
 * person ends the day with mains there: mains would bring the computer straight back.
 */
function wantsCut({ trigger, startAt }: PowerAction, { rules, devices }: ActorTools): boolean {
  if (!cutsAfter(rules)) return false;
  if (trigger === 'schedule') return startAt !== undefined;
  if (trigger !== 'person') return true;
  return devices.some(
    ({ feedsThisComputer, values }) => feedsThisComputer && /\bOB\b/.test(String(values['ups.status'] ?? '')),
  );
}

function choose(platform: NodeJS.Platform, run: Run, options: ActorOptions): PowerSystem {
  const uid = 'uid' in options ? options.uid : process.getuid?.();
  if (platform === 'win32') return windowsPower(run);
  if (platform === 'darwin') return macPower(run, uid === 0);
  if (platform === 'linux') return linuxPower(run, { root: options.root ?? '/', uid });
  return unknownPower(platform);
}

/** A platform that Mainstay was never made for. */
function unknownPower(platform: string): PowerSystem {
  const refuse = () => Promise.resolve({ done: false as const, why: say('act.unknownPlatform', { platform }) });
  return {
    deeds: { shutdown: refuse, hibernate: refuse, sleep: refuse },
    checks: () =>
      Promise.resolve([
        {
          id: 'privilege',
          title: say('act.check.privilege'),
          verdict: 'failed',
          message: say('act.unknownPlatformCheck', { platform }),
        },
      ]),
    announce: () => undefined,
  };
}
