/** What the rules would do if mains were lost now: the rules themselves, run ahead through an outage that is made up. */
import type { DeviceState, PreviewStep } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Policy, PolicyMoment } from '../../base/parts.ts';
import { lookAhead, READ_EVERY } from './ahead.ts';
import { countingDevices } from './feeds.ts';
import { draining, type Going, staying } from './going-on.ts';
import { plausible } from './reading.ts';
import { suppliesNeeded } from './supplies.ts';

/** Mains is read so often before it is lost: that it was there has to be known. */
const READINGS_BEFORE = 3;

/** So late acts what never does: later than anything that is looked at. Seconds. */
const LONGER_THAN_ANY = 1e9;

/** Runs the outage of one device; the others stay as they are. */
export function preview(
  policy: Pick<Policy, 'start' | 'decide'>,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  id: string,
): readonly PreviewStep[] {
  const device = moment.devices.find((each) => each.id === id);
  if (device === undefined) return [];
  const goings = (of: (device: DeviceState) => Going): Going[] =>
    countingDevices(moment.devices).map((each) => (each.id === id ? of(each) : staying(each)));
  const lost = goings((each) => draining(onBattery(each), plausible(each, 'battery.runtime')));
  const { now, measuredSeconds } = moment;
  const unscheduled = { ...rules, schedule: [] };
  let state = policy.start();
  const read = (some: readonly Going[], seconds: number): void => {
    const time = now + seconds * 1000;
    state = policy.decide(state, unscheduled, {
      now: time,
      steady: (seconds + READINGS_BEFORE * READ_EVERY) * 1000,
      devices: some.map(({ after }) => after(0, time)),
    }).state;
  };
  const there = goings((each) => staying(onMains(each)));
  for (let back = READINGS_BEFORE; back > 0; back -= 1) read(there, -back * READ_EVERY);
  read(lost, 0);
  const steps = lookAhead({
    policy,
    state,
    rules: unscheduled,
    moment: {
      now,
      steady: READINGS_BEFORE * READ_EVERY * 1000,
      devices: moment.devices,
      ...(measuredSeconds === undefined ? {} : { measuredSeconds }),
    },
    goings: lost,
  });
  return [
    { seconds: 0, kind: 'mains-lost', text: say('decision.preview.mainsLost', { name: device.name }) },
    ...steps.map(({ at, kind, text }) => ({ seconds: (at - now) / 1000, kind, text })),
  ];
}

/** The UPS whose outage leads to the last step first, with its preview; undefined where none counts. */
export function previewOfFirst(
  policy: Pick<Policy, 'start' | 'decide'>,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): { readonly device: string; readonly steps: readonly PreviewStep[] } | undefined {
  const counting = countingDevices(moment.devices);
  const [first] = counting;
  if (first === undefined) return undefined;
  // Where one may fail, the outage of one leads nowhere; where none may, each decides as if it were the only one.
  const decisive = suppliesNeeded(rules, counting.length) === counting.length ? counting : [first];
  const acts = (device: DeviceState): number =>
    preview(policy, rules, { ...moment, devices: [device] }, device.id).find(({ kind }) => kind === 'action')
      ?.seconds ?? LONGER_THAN_ANY;
  const judged = decisive.length < 2 ? [] : decisive.map((device) => ({ device, seconds: acts(device) }));
  const { device } = judged.toSorted((a, b) => a.seconds - b.seconds)[0] ?? { device: first };
  return { device: device.id, steps: preview(policy, rules, moment, device.id) };
}

/** As it is while mains carries it: without the words that only an outage brings, and what was judged of those it has. */
function onMains({ power: _judged, ...device }: DeviceState): DeviceState {
  return { ...device, link: 'live', values: { ...device.values, 'ups.status': 'OL' } };
}

function onBattery({ power: _judged, ...device }: DeviceState): DeviceState {
  const voltage = device.values['input.voltage'] === undefined ? {} : { 'input.voltage': 0 };
  return { ...device, link: 'live', values: { ...device.values, 'ups.status': 'OB DISCHRG', ...voltage } };
}
