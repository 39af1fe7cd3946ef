/** States as an engine tells them, for tests of what shows them. */
import type { DeviceState, State } from '../../src-shared/contract/index.ts';

/** A live device that reports these values. */
export function device(id: string, values: DeviceState['values'], more: Partial<DeviceState> = {}): DeviceState {
  return {
    id,
    uri: `sim:${id}`,
    name: id,
    nickname: '',
    feedsThisComputer: true,
    simulated: false,
    verified: true,
    link: 'live',
    linkSince: 0,
    values,
    derived: [],
    absent: {},
    commands: [],
    settings: [],
    ...more,
  };
}

/** What an engine says that has these devices. */
export function state(
  devices: readonly DeviceState[],
  protection: Partial<State['protection']> = {},
  engine: Partial<State['engine']> = {},
): State {
  return {
    engine: { version: '0', host: 'desktop', service: false, platform: 'linux', startedAt: 0, problems: [], ...engine },
    protection: { mode: 'practice', phase: 'idle', feeds: [], notices: [], powerCycle: [], ...protection },
    devices: Object.fromEntries(devices.map((one) => [one.id, one])),
  };
}
