/** The engine's side of the contract: each call and stream, handed to the part that knows. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { driverInfos } from '../devices/discovery.ts';
import { batteryHandlers } from './battery.ts';
import { deviceCalls } from './devices.ts';
import { diagnosticsCalls } from './diagnostics.ts';
import { diaryHandlers } from './diary.ts';
import { energyHandlers } from './energy.ts';
import { historyCalls } from './history.ts';
import { notificationHandlers, notificationStreams } from './notifications.ts';
import type { HandlerParts } from './parts.ts';
import { drillCalls, protectionCalls } from './protection.ts';
import { settingsCalls } from './settings.ts';

/** Makes the handlers. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { devices, events, store } = parts;
  return {
    calls: {
      ...deviceCalls(parts),
      ...historyCalls(parts),
      ...diagnosticsCalls(parts),
      ...settingsCalls(parts),
      ...protectionCalls(parts),
      ...drillCalls(parts.drills),
      ...notificationHandlers(parts.notifier),
      ...diaryHandlers(parts),
      ...batteryHandlers(parts.batteries),
      ...energyHandlers(parts),
      'language.tell': async ({ languages }) => {
        await parts.heardLanguages(languages);
        return {};
      },
      'drivers.list': () => ({ drivers: driverInfos() }),
    },
    streams: {
      state: (_input, emit) => store.subscribe(emit),
      events: (_input, emit) => events.subscribe(emit),
      attention: () => parts.attention.look(),
      ...notificationStreams(parts.notifier),
      trace: ({ device }, emit) => devices.onExchanges(device, (exchanges) => emit({ exchanges: [...exchanges] })),
    },
  };
}
