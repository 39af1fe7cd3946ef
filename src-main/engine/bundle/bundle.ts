/**
 * The support bundle: everything that somebody needs who helps from afar, as one zip that Mainstay itself can replay.
 *
 *     about.json  settings.json  doctor.json  events.json  outages.json
 *     devices/<id>/state.json  variables.json  trace.txt  and a recording of the device
 */
import { arch, release, type } from 'node:os';
import { zipSync } from 'fflate';
import { drivers } from '../../../drivers/index.ts';
import type { CallOutput, DeviceState, EngineState, Exchange } from '../../../src-shared/contract/index.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import { redactNotifications } from '../notify/redact.ts';
import type { HistoryStore } from '../base/parts.ts';
import type { Recorded } from '../ports/port.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';
import { mask, secretsOf } from './mask.ts';
import { recordingOf } from '../ports/replay/recording.ts';

/** Events of so long are in it. Milliseconds. */
const EVENTS_OF = 24 * 3_600_000;
/** Lines of the wire trace for each device. */
const TRACE_LINES = 2000;

/** What is gathered, and where it comes from. */
export interface BundleSources {
  readonly now: number;
  readonly engine: EngineState;
  readonly settings: Settings;
  readonly devices: readonly DeviceState[];
  readonly checks: CallOutput<'diagnostics.doctor'>['checks'];
  readonly history: Pick<HistoryStore, 'events' | 'outages'>;
  readonly variables: (device: string) => CallOutput<'diagnostics.device'>;
  readonly exchanges: (device: string, limit: number) => readonly Exchange[];
  readonly recorded: (device: string) => Recorded;
}

/** The zip's name and its bytes. With `masked`, serial numbers and addresses are taken out. */
export function makeBundle(
  sources: BundleSources,
  masked: boolean,
): { readonly name: string; readonly zip: Uint8Array } {
  const { now, settings, devices } = sources;
  const secrets = masked
    ? secretsOf(
        devices,
        settings.devices.map(({ uri }) => uri),
      )
    : [];
  const files = Object.entries({ ...general(sources, masked), ...ofDevices(sources) });
  const zip = zipSync(
    Object.fromEntries(files.map(([name, text]) => [name, new TextEncoder().encode(mask(text, secrets))])),
    { mtime: now },
  );
  const stamp = new Date(now).toISOString().slice(0, 16).replaceAll(/[:T]/g, '-');
  return { name: `mainstay-support-${stamp}.zip`, zip };
}

function general({ now, engine, settings, checks, history }: BundleSources, masked: boolean): Record<string, string> {
  const about = {
    madeAt: new Date(now).toISOString(),
    masked,
    mainstay: engine.version,
    host: engine.host,
    service: engine.service,
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    electron: process.versions['electron'],
    problems: engine.problems,
    drivers: drivers.map(({ id }) => id),
  };
  const open = {
    ...settings,
    devices: settings.devices.map((device) => ({ ...device, uri: redactUri(device.uri) })),
    notifications: redactNotifications(settings.notifications),
  };
  return {
    'about.json': json(about),
    'settings.json': json(open),
    'doctor.json': json(checks),
    'events.json': json(history.events({ from: now - EVENTS_OF, limit: 1000 }).events),
    'outages.json': json(history.outages({ limit: 100 }).outages),
  };
}

function ofDevices({ now, engine, devices, variables, exchanges, recorded }: BundleSources): Record<string, string> {
  const source = `support bundle of ${new Date(now).toISOString()}, Mainstay ${engine.version}`;
  const files: Record<string, string> = {};
  for (const device of devices) {
    const put = (name: string, text: string): void => {
      files[`devices/${device.id}/${name}`] = text;
    };
    put('state.json', json(device));
    put('variables.json', json(variables(device.id)));
    put('trace.txt', exchanges(device.id, TRACE_LINES).map(traceLine).join(''));
    for (const [name, text] of Object.entries(recordingOf(recorded(device.id), source))) put(name, text);
  }
  return files;
}

function traceLine(exchange: Exchange): string {
  const { time, direction, request, requestText, answer, answerText, outcome, milliseconds } = exchange;
  const head = `${new Date(time).toISOString()} ${direction} ${outcome} ${milliseconds} ms`;
  const asked = requestText === '' ? '' : `\n  > ${requestText}${request === '' ? '' : `  [${request}]`}`;
  const came = answer === '' ? '' : `\n  < ${answerText}  [${answer}]`;
  return `${head}${asked}${came}\n`;
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
