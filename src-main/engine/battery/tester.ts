/** Runs the tests of the schedule, and takes down the result of every test, whoever began it. */
import type { CommandOutcome, DeviceState, ProtectionState, TestRecord } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { formatValue } from '../../../src-shared/nut/index.ts';
import type { TestSchedule } from '../../../src-shared/settings/battery.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';
import type { LocalClock } from '../base/local-clock.ts';
import type { NewEvent } from '../base/parts.ts';
import { statusWords } from '../protection/policy/reading.ts';
import type { KeptBatteries, KeptBattery, Progress, Running } from './kept.ts';
import { due, progressOf } from './schedule.ts';
import { isTesting, resultOf, testCommand, verdictOf } from './words.ts';

/** What the tester works with. */
export interface TesterParts {
  readonly kept: KeptBatteries;
  readonly clock: LocalClock;
  readonly devices: () => readonly DeviceState[];
  readonly protection: () => ProtectionState;
  /** Milliseconds in which every variable of a device has been read anew. */
  readonly round: () => number;
  /** Sends an instant command that was agreed to. May reject. */
  readonly command: (device: string, name: string) => Promise<CommandOutcome>;
  readonly tell: (event: NewEvent) => void;
}

/** A test that the UPS never showed to run is looked for no longer. Milliseconds. */
const UNSEEN = 120_000;
/** Nor is one that ran without an end: a calibration of a large battery takes hours. */
const ENDLESS = 12 * 3_600_000;
/** A shutdown of the schedule that is this near would meet the test. */
const SHUTDOWN_NEAR = 30 * 60_000;
/** After a discharge a battery is charged again in so long. Milliseconds. */
const RECHARGED = 24 * 3_600_000;
/** Without a reading for so long nothing is known. */
const STALE = 30_000;

/** The tests of all devices. `look` is called every few seconds. */
export class Tester {
  readonly #parts: TesterParts;
  /** Devices to which a command is on its way. */
  readonly #sending = new Set<string>();

  constructor(parts: TesterParts) {
    this.#parts = parts;
  }

  /** Looks at one device; resolves when what followed is kept. */
  async look(device: DeviceState, kept: KeptBattery, schedule: TestSchedule | undefined, now: number): Promise<void> {
    if (this.#sending.has(device.id)) return;
    const { running } = kept;
    if (running !== undefined) await this.#follow(device, kept, running, now);
    else if (isTesting(device) && device.link === 'live') {
      const before = resultOf(device);
      await this.#keep(device, {
        ...kept,
        running: { since: now, by: 'other', seen: true, ...known('before', before) },
      });
    } else if (schedule !== undefined && schedule.every !== 'off') await this.#attend(device, kept, schedule, now);
  }

  async #follow(device: DeviceState, kept: KeptBattery, running: Running, now: number): Promise<void> {
    if (now < running.since || now - running.since > ENDLESS) return this.#finish(device, kept, running, now);
    if (device.link !== 'live') return;
    const testing = isTesting(device);
    const ended = running.endedAt ?? (running.seen || now - running.since > UNSEEN ? now : undefined);
    if (testing) {
      if (running.seen && running.endedAt === undefined) return;
      const { endedAt: _, ...rest } = running;
      await this.#keep(device, { ...kept, running: { ...rest, seen: true } });
    } else if (ended !== undefined && now - ended >= this.#parts.round()) {
      await this.#finish(device, kept, { ...running, endedAt: ended }, now);
    } else if (ended !== running.endedAt) {
      await this.#keep(device, { ...kept, running: { ...running, ...known('endedAt', ended) } });
    }
  }

  /** The result may be of an earlier test where the UPS showed nothing of this one. */
  #finish(device: DeviceState, kept: KeptBattery, running: Running, now: number): Promise<void> {
    const { since, by, seen, endedAt, before } = running;
    const said = resultOf(device);
    const verdict = said === undefined || (!seen && said === before) ? 'unknown' : verdictOf(said);
    const result = verdict === 'running' || verdict === 'none' ? 'unknown' : verdict;
    const text = result === 'unknown' ? say('battery.noResult') : (said ?? '');
    const took = endedAt !== undefined && seen ? Math.round((endedAt - since) / 1000) : undefined;
    return this.#record(device, kept, { at: since, by, result, text, ...known('seconds', took) }, now);
  }

  async #attend(device: DeviceState, kept: KeptBattery, schedule: TestSchedule, now: number): Promise<void> {
    const { clock } = this.#parts;
    const progress = progressOf(schedule, kept.progress, now, clock);
    const { day, hour } = clock.at(now);
    const todo = due(schedule, progress, now, clock);
    if (todo.what === 'missed') {
      const why = progress.putOff?.why ?? say('battery.notNow.away');
      const record: TestRecord = { at: now, by: 'schedule', result: 'missed', text: why };
      await this.#record(device, { ...kept, progress: { of: progress.of, handled: todo.day } }, record, now);
    } else if (todo.what === 'run') {
      const why = this.#whyNot(device, kept, schedule, now);
      if (why === undefined)
        await this.#run(device, { ...kept, progress: { of: progress.of, handled: todo.day } }, now);
      else if (progress.putOff?.day !== day || progress.putOff.why !== why) {
        await this.#keep(device, { ...kept, progress: { ...progress, putOff: { day, why, told: false } } });
      }
    } else if (progress.putOff?.told === false && (progress.putOff.day !== day || hour !== schedule.hour)) {
      await this.#tellPutOff(device, kept, progress, now);
    } else if (progress !== kept.progress) await this.#keep(device, { ...kept, progress });
  }

  async #tellPutOff(device: DeviceState, kept: KeptBattery, progress: Progress, now: number): Promise<void> {
    const { putOff } = progress;
    if (putOff === undefined) return;
    await this.#keep(device, { ...kept, progress: { ...progress, putOff: { ...putOff, told: true } } });
    const text = say('battery.putOff', { name: device.name, why: putOff.why });
    this.#tell(device, now, 'info', text, { result: 'put-off' });
  }

  /** On record before anything is sent: whoever is killed in between must not test twice. */
  async #run(device: DeviceState, kept: KeptBattery, now: number): Promise<void> {
    const name = testCommand(device);
    if (name === undefined) return;
    this.#sending.add(device.id);
    try {
      const running: Running = { since: now, by: 'schedule', seen: false, ...known('before', resultOf(device)) };
      await this.#keep(device, { ...kept, running });
      const { result, message } = await this.#send(device.id, name);
      this.#tell(device, now, 'info', say('battery.begun', { name: device.name }), { command: name, result });
      if (result === 'accepted' || result === 'sent' || result === 'confirmed') return;
      const refused = { at: now, by: 'schedule', result: 'refused', text: message } as const;
      await this.#record(
        device,
        this.#parts.kept.of(device.id, () => kept),
        refused,
        now,
      );
    } finally {
      this.#sending.delete(device.id);
    }
  }

  async #send(device: string, name: string): Promise<CommandOutcome> {
    try {
      return await this.#parts.command(device, name);
    } catch (thrown) {
      return { result: 'refused', message: toErrorValue(thrown).message };
    }
  }

  /** Why no test may begin now; undefined when it may. */
  #whyNot(device: DeviceState, kept: KeptBattery, { minimumCharge }: TestSchedule, now: number): string | undefined {
    const { devices, protection } = this.#parts;
    const words = statusWords(device);
    const charge = device.values['battery.charge'];
    const { phase, drill, scheduled } = protection();
    if (device.link !== 'live' || now - (device.readAt ?? 0) > STALE) return say('battery.notNow.contact');
    if (words.has('OB') || !words.has('OL') || words.has('LB')) return say('battery.notNow.mains');
    if (phase !== 'idle') return say('battery.notNow.outage');
    if (drill !== undefined) return say('battery.notNow.drill');
    if (scheduled !== undefined && scheduled.at - now < SHUTDOWN_NEAR) return say('battery.notNow.shutdown');
    if (words.has('BYPASS') || words.has('OFF') || words.has('OVER')) return say('battery.notNow.state');
    if (testCommand(device) === undefined) return say('battery.notNow.command');
    if (typeof charge !== 'number') {
      // Where only the voltage tells of the battery, a charger hides its charge: time alone says that it is full.
      if (device.values['battery.voltage'] === undefined) return say('battery.notNow.noCharge');
      if (now - (kept.discharges.at(-1)?.end ?? 0) < RECHARGED) return say('battery.notNow.recharging');
    } else if (charge < minimumCharge)
      return say('battery.notNow.charge', { charge: Math.floor(charge), least: minimumCharge });
    // Two that carry one computer must not both have been drawn from.
    const busy = devices().some(
      (other) => other.id !== device.id && other.feedsThisComputer && device.feedsThisComputer && this.#isBusy(other),
    );
    return busy ? say('battery.notNow.other') : undefined;
  }

  #isBusy(device: DeviceState): boolean {
    const { running } = this.#parts.kept.peek(device.id) ?? {};
    return this.#sending.has(device.id) || running !== undefined || isTesting(device);
  }

  async #record(device: DeviceState, kept: KeptBattery, record: TestRecord, now: number): Promise<void> {
    const { running: _, ...rest } = kept;
    await this.#keep(device, { ...rest, tests: [...rest.tests, record] });
    const { result, text } = record;
    const worrying = result === 'failed' || result === 'warning' || result === 'missed' || result === 'refused';
    const said = toldOf(device.name, result, text);
    this.#tell(device, now, worrying ? 'warning' : 'info', said, { result, by: record.by });
  }

  #tell({ id }: DeviceState, time: number, severity: NewEvent['severity'], text: string, data: NewEvent['data']): void {
    this.#parts.tell({ time, device: id, kind: 'battery-test', severity, text, data });
  }

  #keep({ id }: DeviceState, kept: KeptBattery): Promise<void> {
    return this.#parts.kept.put(id, kept);
  }
}

/** What the person is told of a test; in the words of the device too, where they say more than the verdict. */
function toldOf(name: string, result: TestRecord['result'], text: string): string {
  const told = say(`battery.told.${result}`, { name, text });
  const judged = result === 'passed' || result === 'warning' || result === 'failed' || result === 'aborted';
  if (!judged || PLAIN_VERDICT.test(text.trim())) return told;
  return say('battery.toldMore', { told, text: formatValue('ups.test.result', text, saidIn()) });
}

/** Words of a device that say nothing beyond the verdict. */
const PLAIN_VERDICT = /^(?:(?:done and )?(?:passed|warning|error)|ok|failed|aborted|)$/i;

/** A field, or nothing where it is not known. */
function known<K extends string, V>(name: K, value: V | undefined): { readonly [N in K]?: V } {
  const none: { readonly [N in K]?: V } = {};
  return value === undefined ? none : { ...none, [name]: value };
}
