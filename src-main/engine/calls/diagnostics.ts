/** The engine's side of Diagnostics: what is known of a device, its wire, the machine, and the support bundle. */
import type { CallOutput, Handlers } from '../../../src-shared/contract/index.ts';
import type { BundleSources } from '../bundle/bundle.ts';
import { examine } from './doctor.ts';
import type { HandlerParts } from './parts.ts';

type DiagnosticsCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `diagnostics.${string}`>>;

/** Makes the handlers of Diagnostics. */
export function diagnosticsCalls(parts: HandlerParts): DiagnosticsCalls {
  const { devices } = parts;
  return {
    'diagnostics.device': ({ device }) => examineDevice(parts, device),
    'diagnostics.trace': ({ device, limit }) => ({ exchanges: devices.exchanges(device, limit) }),
    'diagnostics.bundle': async ({ masked }) => {
      const [checks, { makeBundle }] = await Promise.all([examine(parts), import('../bundle/bundle.ts')]);
      const { name, zip } = makeBundle(bundleSources(parts, checks), masked);
      return { name, data: Buffer.from(zip).toString('base64') };
    },
    'diagnostics.doctor': async () => ({ checks: await examine(parts) }),
  };
}

function examineDevice({ devices, store }: HandlerParts, device: string): CallOutput<'diagnostics.device'> {
  return {
    variables: devices.variables(device).map(({ name, value, at, derived, corrected, depth }) => ({
      name,
      value,
      at,
      derived,
      depth,
      ...(corrected === undefined ? {} : { corrected }),
    })),
    absent: Object.entries(store.device(device)?.absent ?? {}).map(([name, reason]) => ({ name, reason })),
    extras: { ...devices.extras(device) },
    counters: devices.counters(device),
  };
}

function bundleSources(parts: HandlerParts, checks: BundleSources['checks']): BundleSources {
  const { clock, devices, history, settings, store } = parts;
  return {
    now: clock.now(),
    engine: store.engine(),
    settings: settings.get(),
    devices: store.devices(),
    checks,
    history,
    variables: (device) => examineDevice(parts, device),
    exchanges: (device, limit) => devices.exchanges(device, limit),
    recorded: (device) => devices.recorded(device),
  };
}
