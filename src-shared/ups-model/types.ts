/**
 * The simulated UPS: what it is, what it is going through, and what can be done to it. Pure: time passes only when
 * `advance` is called. Every driver's simulator answers from it; so does the demo.
 */
import type { StatusWord } from '../nut/index.ts';
import type { BlockKind } from './blocks.ts';

/** What the simulated UPS is made of. Fixed at creation. */
export interface UpsProfile {
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
  readonly topology: 'standby' | 'line-interactive' | 'online';
  /** Volt, Hertz. */
  readonly nominalVoltage: number;
  readonly nominalFrequency: number;
  /** VA and W. */
  readonly nominalPower: number;
  readonly nominalRealPower: number;
  /** Of the whole pack: Volt, Ah (at the 20 h rate), number of blocks, and what they are. */
  readonly nominalBatteryVoltage: number;
  readonly batteryCapacity: number;
  readonly batteryBlocks: number;
  readonly blockKind: BlockKind;
  /** Mains between these is used, boosted or trimmed where the topology can; outside it the battery carries. Volt. */
  readonly lowTransfer: number;
  readonly highTransfer: number;
  /** Percent of charge and seconds of runtime at which LB is raised, and below; runtime counts only on battery. */
  readonly lowCharge: number;
  readonly lowRuntime: number;
  readonly phases: 1 | 3;
  /** Switched outlets besides the main one. */
  readonly outlets: number;
}

/** The outlets that can be switched on their own. */
export interface OutletState {
  readonly id: number;
  readonly on: boolean;
  /** Seconds until it goes off or on; null when no timer runs. */
  readonly offIn: number | null;
  readonly onIn: number | null;
}

/** Everything a simulator can read, computed for the present moment. */
export interface UpsState {
  /** Seconds since the model was made. */
  readonly time: number;
  /** `present`: the UPS can use it (voltage and frequency within its band). Volt and Hertz; per phase where there are three. */
  readonly mains: { readonly present: boolean; readonly voltage: number; readonly frequency: number };
  readonly output: {
    readonly on: boolean;
    readonly voltage: number;
    readonly frequency: number;
    /** Ampere, per phase where there are three. */
    readonly current: number;
    /** W and VA, and percent of the nominal power by W or by VA, whichever is nearer its limit. */
    readonly realPower: number;
    readonly power: number;
    readonly load: number;
    readonly source: 'mains' | 'battery' | 'bypass' | 'off';
    readonly regulation: 'none' | 'boost' | 'trim';
  };
  readonly battery: {
    /** Percent, Volt of the pack, seconds at the present load, °C, Ampere (positive while charging). */
    readonly charge: number;
    readonly voltage: number;
    readonly runtime: number;
    readonly temperature: number;
    readonly current: number;
    readonly low: boolean;
    readonly replace: boolean;
    readonly charging: boolean;
    readonly discharging: boolean;
    /** Remaining fraction of the capacity that the battery had when new. */
    readonly health: number;
    readonly installed: string;
  };
  readonly temperature: number;
  readonly overload: boolean;
  readonly fault: boolean;
  readonly beeper: 'enabled' | 'disabled' | 'muted';
  /** Whether the beeper sounds now. */
  readonly beeping: boolean;
  readonly test: {
    readonly running: 'none' | 'quick' | 'deep' | 'timed' | 'calibration';
    /** Of the last test that ended. */
    readonly result: 'none' | 'passed' | 'failed' | 'aborted' | 'warning';
    /** Seconds since it began; null when none is running. */
    readonly elapsed: number | null;
  };
  readonly timers: {
    /** Seconds until the output goes off or on; null when no timer runs. */
    readonly shutdown: number | null;
    readonly start: number | null;
    /** Once off, the output comes back when mains does. */
    readonly returnWithMains: boolean;
  };
  readonly delays: { readonly shutdown: number; readonly start: number; readonly reboot: number };
  readonly outlets: readonly OutletState[];
  /** Seconds on battery in this outage; 0 on mains. */
  readonly secondsOnBattery: number;
  /** Why the battery last carried the load. */
  readonly lastTransfer: 'none' | 'blackout' | 'low-voltage' | 'high-voltage' | 'frequency' | 'self-test';
  /** The lowest and highest mains voltage since they were last asked for, and that of the last transfer. */
  readonly mainsExtremes: { readonly low: number; readonly high: number; readonly fault: number };
  /** What NUT would call this. */
  readonly status: readonly StatusWord[];
  /** The link to the host is cut: simulators stay silent. */
  readonly linkLost: boolean;
}

/** What the world does to the UPS; scenarios set these. */
export interface World {
  /** Volt and Hertz of the mains; voltage 0 is an outage. */
  mainsVoltage: number;
  mainsFrequency: number;
  /** W drawn by the load, and its power factor. */
  load: number;
  powerFactor: number;
  /** °C around the UPS. */
  ambient: number;
  linkLost: boolean;
  /** The UPS is broken: no regulation, no charging, no inverter. */
  fault: boolean;
  /** The load is put on bypass from outside; on any topology, as a service switch would. */
  bypass: boolean;
}

/** The simulated UPS. Methods answer whether the UPS accepts. */
export interface UpsModel {
  readonly profile: UpsProfile;
  readonly world: World;
  state(): UpsState;
  /** Lets so many seconds pass, in steps small enough that no event inside is missed. */
  advance(seconds: number): void;

  /** Overrides parts of the state (charge in percent, health as a fraction, the test result ...), as tests need. */
  force(state: ForcedState): void;

  /** Refused unless mains carries the load, the UPS is sound and the battery not low. `calibration` runs until low. */
  startTest(kind: 'quick' | 'deep' | 'calibration'): boolean;
  /** A test for so many seconds. */
  startTimedTest(seconds: number): boolean;
  cancelTest(): boolean;
  setBeeper(beeper: 'enabled' | 'disabled' | 'muted'): boolean;
  setDelay(which: 'shutdown' | 'start' | 'reboot', seconds: number): boolean;
  /**
   * Output off after `offIn` seconds. Then: on again after `onIn` more seconds provided mains is there by then (else
   * as soon as it returns); `onIn` null leaves it off until mains returns after having failed, or `switchOn`; with
   * `returnWithMains` false as well, until `switchOn`. A failure counts from the order on, so that mains which returns
   * before the output is off still brings it back; it must then have been there, and the output off, for ten seconds.
   * A later order replaces a pending one; refused while the output is off.
   */
  shutdown(offIn: number, then: { readonly onIn: number | null; readonly returnWithMains: boolean }): boolean;
  /**
   * Drops a pending shutdown. While the output is off it is turned on, after ten seconds off at least, provided mains is
   * there (Megatec 2.7, "Cancel Shutdown Command"). False when there was nothing to cancel or no mains.
   */
  cancelShutdown(): boolean;
  /** Turns the output on; without mains from the battery, unless that is low. True where it is on already. */
  switchOn(inSeconds: number): boolean;
  /** Off and on have a timer each, so that both orders together make a reboot. */
  switchOutlet(id: number, on: boolean, inSeconds: number): boolean;
  /** Refused where there is no bypass: only online units have one. */
  setBypass(on: boolean): boolean;
  replaceBattery(): void;
  /** The mains extremes start anew; what a device does when they were read. */
  resetExtremes(): void;
}

/** What `force` can override; also the shape of the command line's `--state`. */
export interface ForcedState {
  readonly charge?: number;
  readonly health?: number;
  readonly batteryTemperature?: number;
  readonly temperature?: number;
  readonly beeper?: 'enabled' | 'disabled' | 'muted';
  readonly testResult?: 'none' | 'passed' | 'failed' | 'aborted' | 'warning';
  readonly replace?: boolean;
  readonly mainsVoltage?: number;
  readonly mainsFrequency?: number;
  readonly load?: number;
  readonly powerFactor?: number;
  readonly fault?: boolean;
  readonly bypass?: boolean;
  readonly linkLost?: boolean;
}

/** What the battery does: it is charged or held full, it rests, or it delivers so many watts. */
export type Work = 'charging' | 'resting' | number;
