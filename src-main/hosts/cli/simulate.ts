/** `simulate`: a simulated device for other programs, on a pseudo terminal or as an SNMP agent. */
import { z } from 'zod';
import { driverById, drivers } from '../../../drivers/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import {
  createUpsModel,
  type ForcedState,
  forcedStateSchema,
  PROFILES,
  type ProfileName,
  parseScenario,
  runScenario,
  SCENARIOS,
  type Scenario,
  type ScenarioName,
  type UpsModel,
} from '../../../src-shared/ups-model/index.ts';
import { readBoundedText } from '../../engine/base/bounded-file.ts';
import { serveSnmp } from '../../engine/ports/snmp/agent.ts';
import { servePty } from '../../engine/ports/serial/pty.ts';
import { EXIT, print, untilStopped } from './output.ts';

/** Options of `simulate`. */
export interface SimulateOptions {
  readonly pty?: string;
  readonly udp?: string;
  /** The name of a built-in scenario, or a file that holds one; left out, nothing happens by itself. */
  readonly scenario?: string;
  /** JSON that overrides parts of the state. */
  readonly state?: string;
  readonly profile?: string;
  readonly dialect?: string;
  readonly baud?: number;
  readonly speed: number;
  readonly community: string;
}

const STEP_MS = 200;
/** A file that is longer is no scenario. Bytes. */
const SCENARIO_BYTES = 1_000_000;

/** Serves the simulated device until it is stopped. */
export async function simulate(id: string, options: SimulateOptions): Promise<number> {
  const driver = driverById(id);
  if (driver === undefined) {
    throw new AppError(
      'bad-input',
      `There is no driver "${id}". There are: ${drivers.map((each) => each.id).join(', ')}.`,
    );
  }
  const model = createUpsModel(
    profileOf(options.profile),
    options.state === undefined ? {} : parseState(options.state),
  );
  const run = options.scenario === undefined ? model : runScenario(model, scenarioOf(options.scenario));
  const advance = (seconds: number): void => run.advance(seconds * options.speed);
  const served = await serveOn(id, model, options, advance);
  print(served.where);
  await untilStopped();
  await served.close();
  return EXIT.done;
}

async function serveOn(
  id: string,
  model: UpsModel,
  options: SimulateOptions,
  advance: (seconds: number) => void,
): Promise<{ readonly where: string; close(): Promise<void> }> {
  const driver = driverById(id);
  if (driver?.port === 'stream') {
    if (options.pty === undefined) throw new AppError('bad-input', `${id} speaks on a serial line: say --pty PATH.`);
    const simulator = driver.simulate(model, options.dialect);
    const baud = options.baud === undefined ? {} : { baud: options.baud };
    const server = await servePty(options.pty, simulator, { onStep: advance, ...baud });
    return { where: `serial:${server.path}?driver=${id}`, close: () => server.close() };
  }
  if (driver?.port === 'snmp') {
    const { host, port } = udpAddress(options.udp, id);
    const simulator = driver.simulate(model, options.dialect);
    const server = await serveSnmp({ host, port, communities: [options.community] }, simulator);
    let last = performance.now();
    const stepping = setInterval(() => {
      const now = performance.now();
      advance((now - last) / 1000);
      last = now;
    }, STEP_MS);
    return {
      where: `snmp://${options.community}@${host}:${server.port}`,
      close: async () => {
        clearInterval(stepping);
        await server.close();
      },
    };
  }
  throw new AppError('refused', `${id} cannot be simulated for other programs yet; sim:${id} shows it in Mainstay.`);
}

function udpAddress(text: string | undefined, id: string): { readonly host: string; readonly port: number } {
  const found = /^(?:(\[[0-9a-f:]+\]|[^:]+):)?(\d{1,5})$/i.exec(text ?? '');
  const port = Number(found?.[2]);
  if (found === null || !(port >= 0 && port <= 65_535)) {
    throw new AppError('bad-input', `${id} speaks over the network: say --udp HOST:PORT, such as 127.0.0.1:10161.`);
  }
  return { host: found[1] ?? '127.0.0.1', port };
}

function profileOf(name: string | undefined): (typeof PROFILES)[ProfileName] {
  const wanted = name ?? 'home-line-interactive';
  if (!isProfile(wanted)) {
    throw new AppError('bad-input', `There is no profile "${wanted}". There are: ${Object.keys(PROFILES).join(', ')}.`);
  }
  return PROFILES[wanted];
}

function isProfile(name: string): name is ProfileName {
  return Object.hasOwn(PROFILES, name);
}

function scenarioOf(name: string): Scenario {
  if (isScenario(name)) return SCENARIOS[name];
  let text: string;
  try {
    text = readBoundedText(name, SCENARIO_BYTES);
  } catch {
    const names = Object.keys(SCENARIOS).join(', ');
    throw new AppError('bad-input', `"${name}" is neither a scenario (${names}) nor a file that can be read.`);
  }
  const scenario = parseScenario(text);
  if (!scenario.ok) throw new AppError(scenario.error.code, `${name}: ${scenario.error.message}`);
  return scenario.value;
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

function parseState(text: string): ForcedState {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (thrown) {
    throw new AppError('bad-input', `--state is not JSON: ${thrown instanceof Error ? thrown.message : 'unreadable'}.`);
  }
  const parsed = forcedStateSchema.safeParse(given);
  if (!parsed.success)
    throw new AppError(
      'bad-input',
      `--state does not fit: ${z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, ' ')}`,
    );
  return parsed.data;
}
