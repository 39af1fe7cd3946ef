/** The command line: `mainstay`. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { command, type CommandOptions, type DeviceOptions, read, set, watch } from './device-commands.ts';
import { doctor, list, listDrivers } from './engine-commands.ts';
import { environmentLanguages, speakAsPreferred } from '../language.ts';
import { redactWithin } from '../../../src-shared/address/redact.ts';
import { EXIT, fail, say } from './output.ts';
import type { PowerOffOptions } from './power-off-ups.ts';
import type { LinkOptions, ServeOptions } from './serve-command.ts';
import type { SetupOptions } from './service-command.ts';
import type { SimulateOptions } from './simulate.ts';

const URI_HELP = 'serial:/dev/ttyUSB0, snmp://public@host, sim:megatec; without driver= it is detected';

let exitCode: number = EXIT.done;

/** Wraps an action so that its result becomes the exit code and its faults are told in words. */
function ending<A extends readonly unknown[]>(
  action: (...given: A) => Promise<number>,
): (...given: A) => Promise<void> {
  return async (...given) => {
    try {
      exitCode = await action(...given);
    } catch (thrown) {
      exitCode = fail(thrown);
    }
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0 || value > 3600) throw new InvalidArgumentError('Seconds from 0 to 3600.');
  return value;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('A number above 0.');
  return value;
}

function portNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('A port from 0 to 65535.');
  return value;
}

interface ReplayOptions extends DeviceOptions {
  readonly driver?: string;
  readonly screens?: boolean;
  readonly port?: number;
}

const json = (): Option => new Option('--json', 'for programs: JSON on standard output');
const timeout = (): Option =>
  new Option('--timeout <seconds>', 'how long to wait for a first reading').default(30).argParser(seconds);

const program = new Command('mainstay')
  .description('The UPS monitor that speaks every protocol.')
  .exitOverride()
  // It repeats what was typed, which may be a URI with its secret, or anything.
  .configureOutput({
    outputError: (text) => {
      const [, message = text, hint] = /^(.*?)(?:\n(\(Did you mean [^\n]*\)))?\n?$/s.exec(text) ?? [];
      say(redactWithin(message));
      if (hint !== undefined) say(hint);
    },
  })
  .showHelpAfterError('(mainstay --help tells more)');

program
  .command('list')
  .description('what was found on this machine, with the driver proposed')
  .addOption(json())
  .option('--no-probe', 'send nothing to any port; only say what the system lists')
  .option('--host <host...>', 'SNMP hosts to look at as well', [])
  .action(ending((options: { json?: boolean; probe: boolean; host: string[] }) => list(options)));

program
  .command('read')
  .description('one reading')
  .argument('<uri>', URI_HELP)
  .addOption(json())
  .addOption(timeout())
  .action(ending((uri: string, options: DeviceOptions) => read(uri, options)));

program
  .command('watch')
  .description('a reading, then a line for each change')
  .argument('<uri>', URI_HELP)
  .addOption(json())
  .addOption(timeout())
  .action(ending((uri: string, options: DeviceOptions) => watch(uri, options)));

program
  .command('command')
  .description('run an instant command of the device')
  .argument('<uri>', URI_HELP)
  .argument('<name>', 'such as test.battery.start.quick')
  .argument('[argument]')
  .addOption(json())
  .addOption(timeout())
  .option('--yes', 'its effect on the load is known and wanted')
  .action(
    ending((uri: string, name: string, argument: string | undefined, options: CommandOptions) =>
      command(uri, name, argument, options),
    ),
  );

program
  .command('set')
  .description('set a variable of the device, and read it back')
  .argument('<uri>', URI_HELP)
  .argument('<variable>')
  .argument('<value>')
  .addOption(json())
  .addOption(timeout())
  .action(
    ending((uri: string, variable: string, value: string, options: DeviceOptions) =>
      set(uri, variable, value, options),
    ),
  );

program
  .command('simulate')
  .description('a simulated device for other programs')
  .argument('<driver>')
  .option('--pty <path>', 'serial drivers: serve it on a pseudo terminal (made by socat)')
  .option('--udp <host:port>', 'snmp: serve it as an agent')
  .option('--scenario <name or file>', 'what happens to it')
  .option('--state <json>', 'begin with this state, such as {"charge":40,"mainsVoltage":0}')
  .option('--profile <name>', 'which UPS it is')
  .option('--dialect <name>', 'which dialect or table it speaks')
  .option('--community <name>', 'snmp: the community it answers to', 'public')
  .addOption(new Option('--baud <rate>', 'answer no faster than a line of this speed').argParser(positive))
  .addOption(new Option('--speed <factor>', 'let its time pass faster').default(1).argParser(positive))
  .action(
    ending(async (driver: string, options: SimulateOptions) => {
      const { simulate } = await import('./simulate.ts');
      return simulate(driver, options);
    }),
  );

program
  .command('replay')
  .description('feed a recording to the drivers and print the reading, or show it in the screens')
  .argument(
    '<recording>',
    'a support bundle, a .snmprec file, an exchange file of > requests and < replies, or a folder that holds one',
  )
  .option('--driver <id>', 'only this driver')
  .option('--screens', 'show it in a browser as a UPS of this computer, until it is stopped; nothing is kept')
  .addOption(new Option('--port <port>', 'with --screens: where to listen; 0 takes a free one').argParser(portNumber))
  .addOption(json())
  .addOption(timeout())
  .action(
    ending(async (recording: string, options: ReplayOptions) => {
      const driver = options.driver === undefined ? '' : `?driver=${encodeURIComponent(options.driver)}`;
      const uri = `replay:${encodeURI(recording).replaceAll('?', '%3F').replaceAll('#', '%23')}${driver}`;
      if (options.screens !== true) return read(uri, options);
      const { replayOnScreens } = await import('./replay-command.ts');
      return replayOnScreens(uri, options.port);
    }),
  );

program
  .command('serve')
  .description('the screens in a browser, or the service of the system')
  .addOption(
    new Option(
      '--port <port>',
      'where to listen (8493 or one after it if nothing is said); 0 takes any free one',
    ).argParser(portNumber),
  )
  .option('--host <host>', 'listen for other machines too; a token is asked of them (this computer only)')
  .option('--tls', 'encrypt, with a certificate that Mainstay makes and renews; compare its fingerprint once')
  .option('--cert <file>', 'encrypt, with this certificate (PEM, with those that signed it)')
  .option('--key <file>', 'the private key of --cert (PEM)')
  .option('--data <folder>', 'where settings and history are kept')
  .option('--new-token', 'make new tokens; links of before do not open any more')
  .option('--service', 'as the service of the system; screens only where --port or --host asks for them')
  .option('--socket <path>', 'with --service: where programs reach it')
  .action(
    ending(async (options: ServeOptions) => {
      const { serve } = await import('./serve-command.ts');
      return serve(options);
    }),
  );

program
  .command('link')
  .description('the link of the screens that are served now, with its token, for the account that Mainstay runs as')
  .option('--watch', 'the link that may only watch')
  .option('--data <folder>', 'the data folder of the program that serves them')
  .option('--service', 'those of the service of the system')
  .action(
    ending(async (options: LinkOptions) => {
      const { link } = await import('./serve-command.ts');
      return link(options);
    }),
  );

const service = program
  .command('service')
  .description('Mainstay as a service of the system: protection before login and in every session');

service
  .command('install')
  .description('install the service, or bring it up to date, and start it')
  .option(
    '--group <name>',
    'who may command it beside root; usually the administrators (sudo or wheel, on macOS admin)',
  )
  .option('--root <folder>', 'only write the files, below this folder')
  .action(
    ending(async (options: SetupOptions) => {
      const { installService } = await import('./service-command.ts');
      return installService(options);
    }),
  );

service
  .command('remove')
  .description('end the service and take its files away; settings and history stay')
  .option('--root <folder>', 'only take away the files below this folder')
  .action(
    ending(async (options: Pick<SetupOptions, 'root'>) => {
      const { removeService } = await import('./service-command.ts');
      return removeService(options);
    }),
  );

service
  .command('status')
  .description('whether it runs, and what it protects')
  .addOption(json())
  .action(
    ending(async (options: { json?: boolean }) => {
      const { serviceStatus } = await import('./service-command.ts');
      return serviceStatus(options);
    }),
  );

program
  .command('power-off-ups')
  .description(
    'for the late shutdown hook: tell the UPSes to cut their output, after a shutdown that Mainstay decided on',
  )
  .option('--check', 'only find out and say what would be told')
  .action(
    ending(async (options: PowerOffOptions) => {
      const { powerOffUps } = await import('./power-off-ups.ts');
      return powerOffUps(options);
    }),
  );

program
  .command('drivers')
  .description('the protocols that Mainstay speaks')
  .addOption(json())
  .action(ending((options: { json?: boolean }) => listDrivers(options)));

program
  .command('doctor')
  .description('what is missing on this machine, with the exact mend')
  .addOption(json())
  .action(ending((options: { json?: boolean }) => doctor(options)));

// What the engine says is for people in their language; programs get the same words everywhere. Help stays English.
program.hook('preAction', async (_program, action) => {
  if (action.opts()['json'] !== true) await speakAsPreferred({ language: 'system' }, environmentLanguages());
});

// Whoever reads our output may leave early (`| head`); that is no fault. Watching commands end by themselves then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// No top-level await: the build is CommonJS, which knows none.
async function run(): Promise<void> {
  try {
    // Said outright: run by Electron's own Node, Commander would take the script's path for a command.
    await program.parseAsync(process.argv, { from: 'node' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    // Commander has already said what is wrong, or printed the help that was asked for.
    exitCode = thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  process.exitCode = exitCode;
}
void run();
