/** Whether the last step would work, looked at before it is needed: each check says what, what it means, and the mend. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { DeviceState, PowerCycle, Preflight, PreflightCheck } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings-protection.ts';
import { anythingActs, canProtect, triggerFeeds } from '../policy/feeds.ts';
import { cutsAfter } from './power-cycle.ts';

/** What the checks look at besides rules and devices. */
export interface PreflightFacts {
  readonly now: number;
  /** Countdown, own command and going down together, in seconds. */
  readonly neededSeconds: number;
  /** Mainstay runs as a service of the system. */
  readonly service: boolean;
  readonly powerCycles: readonly PowerCycle[];
  /** Why the late hook cannot be used; undefined where it can, `'none'` where the platform has no such thing. */
  readonly notLate: string | undefined;
  /** What the platform had to say. */
  readonly system: readonly PreflightCheck[];
}

/** Puts all checks together. */
export function preflight(rules: ProtectionSetting, devices: readonly DeviceState[], facts: PreflightFacts): Preflight {
  const feeding = devices.filter(({ feedsThisComputer, link }) => feedsThisComputer && link !== 'disabled');
  const checks = [
    checkUps(feeding),
    checkTriggers(rules, feeding),
    checkPlan(feeding, rules.confirmSeconds + facts.neededSeconds),
    ...facts.system,
    ...(rules.action === 'sleep' ? [SLEEP] : []),
    ...checkOwnCommand(rules),
    ...checkCycles(rules, facts),
    checkService(facts.service),
    checkClock(facts.now),
  ];
  return { at: facts.now, passed: checks.every(({ verdict }) => verdict !== 'failed'), checks };
}

function checkUps(feeding: readonly DeviceState[]): PreflightCheck {
  const check = { id: 'ups', title: 'A UPS that feeds this computer' };
  const real = feeding.filter(({ simulated }) => !simulated);
  const live = real.filter(({ link }) => link === 'live');
  if (real.length === 0) {
    const simulated = feeding.length > 0 ? ' A simulated one can only be practised with.' : '';
    return {
      ...check,
      verdict: 'failed',
      message: `None of the devices feeds this computer, so nothing can protect it.${simulated}`,
      fix: 'Add your UPS in Devices and mark it as feeding this computer.',
    };
  }
  if (live.length === 0) {
    return {
      ...check,
      verdict: 'failed',
      message: `${names(real)} cannot be read now, so an outage would go unseen. ${real[0]?.linkMessage ?? ''}`.trim(),
      fix: 'Check its cable and that it is on; Devices says what is wrong.',
    };
  }
  const lost = real.filter((device) => !live.includes(device));
  if (lost.length === 0) return { ...check, verdict: 'passed', message: `${names(live)} is read.` };
  return {
    ...check,
    verdict: 'warning',
    message: `${names(live)} is read, but ${names(lost)} is not.`,
    fix: 'Devices says what is wrong with it.',
  };
}

const names = (some: readonly DeviceState[]): string => some.map(({ name }) => name).join(', ');

function checkTriggers(rules: ProtectionSetting, feeding: readonly DeviceState[]): PreflightCheck {
  const check = { id: 'triggers', title: 'Something that starts the shutdown' };
  const fix = 'Switch on “time on battery” in Protection: it needs nothing but the UPS saying that it is on battery.';
  if (!feeding.some(({ id }) => anythingActs(rules, id))) {
    return { ...check, verdict: 'failed', message: 'No trigger acts: an outage would only be told.', fix };
  }
  const blind = feeding.filter((device) => !canProtect(rules, device));
  if (blind.length === 0) {
    return { ...check, verdict: 'passed', message: 'Every UPS that feeds this computer can start the shutdown.' };
  }
  const why = triggerFeeds(blind).find(({ why: reason }) => reason !== undefined)?.why;
  return {
    ...check,
    verdict: blind.length === feeding.length ? 'failed' : 'warning',
    message: `${names(blind)} can feed no trigger that acts. ${why ?? ''}`.trim(),
    fix,
  };
}

function checkPlan(feeding: readonly DeviceState[], needed: number): PreflightCheck {
  const check = { id: 'plan', title: 'Time enough' };
  const runtimes = feeding.flatMap(({ name, link, values }) => {
    const seconds = values['battery.runtime'];
    return link === 'live' && typeof seconds === 'number' ? [{ name, seconds }] : [];
  });
  const shortest = runtimes.toSorted((a, b) => a.seconds - b.seconds)[0];
  if (shortest === undefined) {
    return {
      ...check,
      verdict: 'warning',
      message: `From mains lost to down takes up to ${needed} seconds; no UPS reports how long it would last.`,
      fix: 'Run a drill, and set “time on battery” well below what the battery lasts.',
    };
  }
  const message = `From mains lost to down takes up to ${needed} seconds; ${shortest.name} reports ${Math.round(shortest.seconds)} seconds at this load.`;
  if (shortest.seconds < needed) {
    return {
      ...check,
      verdict: 'failed',
      message: `${message} It would be empty before this computer is down.`,
      fix: 'Shorten the countdown or your own command in Protection, take load off the UPS, or use a larger one.',
    };
  }
  return { ...check, verdict: 'passed', message };
}

const SLEEP: PreflightCheck = {
  id: 'sleep',
  title: 'Sleep keeps nothing',
  verdict: 'warning',
  message: 'A computer that sleeps needs power: when the battery is empty, everything that was open is lost.',
  fix: 'Choose shutdown or hibernation in Protection.',
};

function checkOwnCommand({ ownCommand, action }: ProtectionSetting): PreflightCheck[] {
  if (!ownCommand.enabled && action !== 'command') return [];
  const { program } = ownCommand;
  const check = { id: 'own-command', title: 'Your own command' };
  const failed = (message: string, fix: string): PreflightCheck[] => [{ ...check, verdict: 'failed', message, fix }];
  if (program === '') return failed('It is switched on, but no program is chosen.', 'Choose one in Protection.');
  if (!isAbsolute(program)) {
    return failed(
      `“${program}” is no whole path, so what it means depends on where Mainstay was started.`,
      'Give the whole path of the program, such as /usr/local/bin/before-shutdown.',
    );
  }
  try {
    if (!statSync(program).isFile()) return failed(`${program} is a folder.`, 'Choose a program.');
  } catch {
    return failed(`${program} does not exist, or this account cannot see it.`, 'Choose a program that is there.');
  }
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return failed(`${program} is not executable for this account.`, `chmod +x ${program}`);
  }
  return [{ ...check, verdict: 'passed', message: `${program} is there and can be run. Try it once in Protection.` }];
}

function checkCycles(rules: ProtectionSetting, { powerCycles, notLate }: PreflightFacts): PreflightCheck[] {
  if (!rules.powerOffUps || !cutsAfter(rules)) return [];
  const cycles = powerCycles.map(
    ({ device, can, how }): PreflightCheck => ({
      id: `power-cycle:${device}`,
      title: 'Coming back after the shutdown',
      verdict: can ? 'passed' : 'warning',
      message: how,
    }),
  );
  if (notLate === 'none') return cycles;
  const hook = { id: 'late-hook', title: 'UPS switched off in the last moment' };
  const lateHook: PreflightCheck =
    notLate === undefined
      ? { ...hook, verdict: 'passed', message: 'The late shutdown hook is installed: nothing is cut off too early.' }
      : {
          ...hook,
          verdict: 'warning',
          message: `The late shutdown hook cannot be used: ${notLate}. The UPS is told ahead instead, with a delay that has to outlast the shutdown.`,
          fix: 'sudo mainstay service install',
        };
  return [...cycles, lateHook];
}

function checkService(service: boolean): PreflightCheck {
  const check = { id: 'service', title: 'Protected at all times' };
  if (service) return { ...check, verdict: 'passed', message: 'Mainstay runs as a service, from before login.' };
  return {
    ...check,
    verdict: 'warning',
    message: 'Mainstay protects only while you are logged in and it runs.',
    fix: 'sudo mainstay service install',
  };
}

/** Before any Mainstay was written, or in another century: the battery of the computer's clock is empty. */
function checkClock(now: number): PreflightCheck {
  const check = { id: 'clock', title: 'The clock' };
  const year = new Date(now).getUTCFullYear();
  if (year >= 2024 && year < 2100)
    return { ...check, verdict: 'passed', message: 'The clock shows a time that can be right.' };
  return {
    ...check,
    verdict: 'warning',
    message: `The clock shows the year ${year}. Countdowns do not depend on it, but schedules and reports do.`,
    fix: 'Set the clock; if it is wrong after every start, the battery on the mainboard is empty.',
  };
}
