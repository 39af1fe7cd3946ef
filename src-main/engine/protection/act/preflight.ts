/** Whether the last step would work, looked at before it is needed: each check says what, what it means, and the mend. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { DeviceState, PowerCycle, Preflight, PreflightCheck } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
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
    ...(rules.action === 'sleep' ? [sleepCheck()] : []),
    ...checkOwnCommand(rules),
    ...checkCycles(rules, facts),
    checkService(facts.service),
    checkClock(facts.now),
  ];
  return { at: facts.now, passed: checks.every(({ verdict }) => verdict !== 'failed'), checks };
}

function checkUps(feeding: readonly DeviceState[]): PreflightCheck {
  const check = { id: 'ups', title: say('act.check.ups') };
  const real = feeding.filter(({ simulated }) => !simulated);
  const live = real.filter(({ link }) => link === 'live');
  if (real.length === 0) {
    return {
      ...check,
      verdict: 'failed',
      message: feeding.length > 0 ? say('act.check.onlySimulated') : say('act.check.noUps'),
      fix: say('act.check.noUpsFix'),
    };
  }
  if (live.length === 0) {
    return {
      ...check,
      verdict: 'failed',
      message: say('act.check.unread', { names: names(real), why: real[0]?.linkMessage ?? '' }).trim(),
      fix: say('act.check.unreadFix'),
    };
  }
  const lost = real.filter((device) => !live.includes(device));
  if (lost.length === 0) return { ...check, verdict: 'passed', message: say('act.check.read', { names: names(live) }) };
  return {
    ...check,
    verdict: 'warning',
    message: say('act.check.partlyRead', { names: names(live), lost: names(lost) }),
    fix: say('act.check.partlyReadFix'),
  };
}

const names = (some: readonly DeviceState[]): string => some.map(({ name }) => name).join(', ');

function checkTriggers(rules: ProtectionSetting, feeding: readonly DeviceState[]): PreflightCheck {
  const check = { id: 'triggers', title: say('act.check.triggers') };
  const fix = say('act.check.triggersFix');
  if (!feeding.some(({ id }) => anythingActs(rules, id))) {
    return { ...check, verdict: 'failed', message: say('act.check.noTrigger'), fix };
  }
  const blind = feeding.filter((device) => !canProtect(rules, device));
  if (blind.length === 0) {
    return { ...check, verdict: 'passed', message: say('act.check.triggersFed') };
  }
  const why = triggerFeeds(blind).find(({ why: reason }) => reason !== undefined)?.why;
  return {
    ...check,
    verdict: blind.length === feeding.length ? 'failed' : 'warning',
    message: say('act.check.blind', { names: names(blind), why: why ?? '' }).trim(),
    fix,
  };
}

function checkPlan(feeding: readonly DeviceState[], needed: number): PreflightCheck {
  const check = { id: 'plan', title: say('act.check.plan') };
  const runtimes = feeding.flatMap(({ name, link, values }) => {
    const seconds = values['battery.runtime'];
    return link === 'live' && typeof seconds === 'number' ? [{ name, seconds }] : [];
  });
  const shortest = runtimes.toSorted((a, b) => a.seconds - b.seconds)[0];
  if (shortest === undefined) {
    return {
      ...check,
      verdict: 'warning',
      message: say('act.check.noRuntime', { needed }),
      fix: say('act.check.noRuntimeFix'),
    };
  }
  const message = say('act.check.takes', { needed, name: shortest.name, runtime: Math.round(shortest.seconds) });
  if (shortest.seconds < needed) {
    return {
      ...check,
      verdict: 'failed',
      message: say('act.check.tooLong', { message }),
      fix: say('act.check.tooLongFix'),
    };
  }
  return { ...check, verdict: 'passed', message };
}

const sleepCheck = (): PreflightCheck => ({
  id: 'sleep',
  title: say('act.check.sleep'),
  verdict: 'warning',
  message: say('act.check.sleepText'),
  fix: say('act.check.sleepFix'),
});

function checkOwnCommand({ ownCommand, action }: ProtectionSetting): PreflightCheck[] {
  if (!ownCommand.enabled && action !== 'command') return [];
  const { program } = ownCommand;
  const check = { id: 'own-command', title: say('act.check.own') };
  const failed = (message: string, fix: string): PreflightCheck[] => [{ ...check, verdict: 'failed', message, fix }];
  if (program === '') return failed(say('act.check.noProgram'), say('act.check.noProgramFix'));
  if (!isAbsolute(program)) {
    return failed(say('act.check.noWholePath', { program }), say('act.check.wholePathFix'));
  }
  try {
    if (!statSync(program).isFile())
      return failed(say('act.check.folder', { program }), say('act.check.chooseProgram'));
  } catch {
    return failed(say('act.check.noSuchProgram', { program }), say('act.check.chooseThere'));
  }
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return failed(say('act.check.notExecutable', { program }), `chmod +x ${program}`);
  }
  return [{ ...check, verdict: 'passed', message: say('act.check.program', { program }) }];
}

function checkCycles(rules: ProtectionSetting, { powerCycles, notLate }: PreflightFacts): PreflightCheck[] {
  if (!cutsAfter(rules)) return [];
  const cycles = powerCycles.map(
    ({ device, can, how }): PreflightCheck => ({
      id: `power-cycle:${device}`,
      title: say('act.check.cycle'),
      verdict: can ? 'passed' : 'warning',
      message: how,
    }),
  );
  if (notLate === 'none') return cycles;
  const hook = { id: 'late-hook', title: say('act.check.hook') };
  const lateHook: PreflightCheck =
    notLate === undefined
      ? { ...hook, verdict: 'passed', message: say('act.check.hookThere') }
      : {
          ...hook,
          verdict: 'warning',
          message: say('act.check.hookMissing', { why: notLate }),
          fix: 'sudo mainstay service install',
        };
  return [...cycles, lateHook];
}

function checkService(service: boolean): PreflightCheck {
  const check = { id: 'service', title: say('act.check.service') };
  if (service) return { ...check, verdict: 'passed', message: say('act.check.serviceThere') };
  return {
    ...check,
    verdict: 'warning',
    message: say('act.check.noService'),
    fix: 'sudo mainstay service install',
  };
}

/** Before any Mainstay was written, or in another century: the battery of the computer's clock is empty. */
function checkClock(now: number): PreflightCheck {
  const check = { id: 'clock', title: say('act.check.clock') };
  const year = new Date(now).getUTCFullYear();
  if (year >= 2024 && year < 2100) return { ...check, verdict: 'passed', message: say('act.check.clockRight') };
  return {
    ...check,
    verdict: 'warning',
    message: say('act.check.clockWrong', { year }),
    fix: say('act.check.clockFix'),
  };
}
