/** The parts that the guardian is joined from. */
import type { CommandOutcome, DeviceState, ProtectionState } from '../../../src-shared/contract/index.ts';
import type { Evidence } from '../../../src-shared/nut/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/index.ts';
import type { BootClock } from '../base/boot-clock.ts';
import type { Clock } from '../base/clock.ts';
import type { Drills } from './drill/drill.ts';
import type { Actor, LearnedRuntime, NewEvent, Policy } from '../base/parts.ts';
import type { ProtectionFile } from '../base/kept-file.ts';

/** What the guardian works with. */
export interface GuardianParts {
  readonly clock: Clock;
  readonly boot: BootClock;
  readonly policy: Policy;
  readonly actor: Actor;
  readonly file: ProtectionFile | undefined;
  readonly rules: () => ProtectionSetting;
  /** Sees every decision and every event of protection, and bends the rules while a drill runs. */
  readonly drills: Pick<Drills, 'look' | 'heard' | 'state' | 'running' | 'recorded' | 'shown'>;
  readonly devices: () => readonly DeviceState[];
  /** What was observed of a device, and when. */
  readonly evidence: (device: string) => Evidence | undefined;
  /** What was learned of how long the battery of a device lasts from now. */
  readonly learned: (device: DeviceState) => LearnedRuntime | undefined;
  /** Sends an instant command that was agreed to. May reject. */
  readonly command: (device: string, name: string, argument: string | undefined) => Promise<CommandOutcome>;
  readonly set: (device: string, variable: string, value: string) => Promise<CommandOutcome>;
  readonly onProtection: (protection: ProtectionState) => void;
  readonly onEvent: (event: NewEvent) => void;
  readonly onOutcome: (device: string, outcome: string) => void;
}
