/** Instant commands (apcsmart.txt, "The Smart Protocol"): which of them a device has follows from what it understands. */
import type { CommandName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Abilities, Command, Outcome, Talk } from '../driver.ts';
import { send } from './ask.ts';
import { settings, writeChoice } from './settings.ts';
import { shutDown, stayOff, switchOff, switchOn } from './shutdown.ts';
import { askByte } from './status.ts';
import { KEY } from './table.ts';
import type { Memory } from './talk.ts';

const BIT = { calibration: 0x01, onBattery: 0x10 } as const;
const REGISTER_1_BYPASS_BY_COMMAND = 0x08;
/** A panel test sounds the beeper for two seconds before it answers. Milliseconds. */
const COMMAND_PATIENCE = 4000;

/** Sends a key that is no question. What a device says to it: the expected word, NO or NA, or nothing. */
function* press(key: string, expected = 'OK'): Talk<'stream', Outcome> {
  const answer = yield* send(key, { timeoutMs: COMMAND_PATIENCE });
  if (answer.came === 'nothing' || answer.came === 'lost') return { result: 'silent' };
  if (answer.came === 'not-available') return { result: 'refused', why: say('apcsmart.notAvailable') };
  if (answer.text === expected) return { result: 'accepted' };
  return { result: 'refused', why: say('apcsmart.answered', { text: answer.text }) };
}

/** Sends a key that starts or ends something in turn, provided that the state asked for is not there already. */
function* toggle(
  key: string,
  wanted: boolean,
  isThere: () => Talk<'stream', boolean | null>,
  words: { readonly already: string; readonly expected?: string },
): Talk<'stream', Outcome> {
  const there = yield* isThere();
  // Without knowing the state, the key could do the opposite.
  if (there === null) return { result: 'silent' };
  if (there === wanted) return { result: 'refused', why: words.already };
  return yield* press(key, words.expected);
}

function* statusHas(mask: number): Talk<'stream', boolean | null> {
  const status = yield* askByte(KEY.status);
  return typeof status === 'number' ? (status & mask) !== 0 : null;
}

/** A self-test shows as a transfer to battery for the reason "test". */
function* isTesting(): Talk<'stream', boolean | null> {
  const onBattery = yield* statusHas(BIT.onBattery);
  if (onBattery !== true) return onBattery;
  const reason = yield* send(KEY.transferReason);
  return reason.came === 'text' ? reason.text === 'S' : null;
}

function* isBypassed(): Talk<'stream', boolean | null> {
  const register = yield* askByte('~');
  return typeof register === 'number' ? (register & REGISTER_1_BYPASS_BY_COMMAND) !== 0 : null;
}

const calibrating = () => statusHas(BIT.calibration);

/** A command and the characters that a device must understand to have it. */
interface Offer {
  readonly name: CommandName;
  readonly needs: string;
  readonly command: Command<'stream'>;
}

const plain = (name: CommandName, needs: string, run: () => Talk<'stream', Outcome>): Offer => ({
  name,
  needs,
  command: { run },
});

function offers(memory: Memory): readonly Offer[] {
  return [
    plain('test.panel.start', 'A', () => press('A')),
    plain('test.failure.start', 'U', () => press('U')),
    plain('test.battery.start', 'W', () => toggle('W', true, isTesting, { already: say('apcsmart.already.testing') })),
    plain('test.battery.stop', 'WG', () =>
      toggle('W', false, isTesting, { already: say('apcsmart.already.notTesting') }),
    ),
    plain('calibrate.start', 'D', () =>
      toggle('D', true, calibrating, { already: say('apcsmart.already.calibrating') }),
    ),
    plain('calibrate.stop', 'D', () =>
      toggle('D', false, calibrating, { already: say('apcsmart.already.notCalibrating') }),
    ),
    plain('bypass.start', '^~', () =>
      toggle('^', true, isBypassed, { already: say('apcsmart.already.bypassed'), expected: 'BYP' }),
    ),
    plain('bypass.stop', '^~', () =>
      toggle('^', false, isBypassed, { already: say('apcsmart.already.notBypassed'), expected: 'INV' }),
    ),
    {
      name: 'shutdown.return',
      needs: '@',
      command: {
        argument: { text: 'apcsmart.argument', unit: 's', optional: true },
        run: (argument) => shutDown(argument, memory),
      },
    },
    plain('shutdown.stayoff', 'K', () => stayOff()),
    plain('shutdown.stop', '\x7f', () => press('\x7f')),
    plain('load.off', 'Z', () => switchOff()),
    plain('load.on', '\x0e', () => switchOn()),
  ];
}

/** What the device lets one do. */
export function abilities(memory: Memory): Abilities<'stream'> {
  const writable = settings(memory);
  const commands: { [C in CommandName]?: Command<'stream'> } = {};
  for (const { name, needs, command } of offers(memory)) {
    if (needs.split('').every((key) => memory.commands.has(key))) commands[name] = command;
  }
  // The alarm is disabled by its delay; "not at all" is one of the choices.
  const alarm = memory.capabilities.find(({ ask }) => ask === 'k');
  if (alarm?.choices.includes('N') === true) {
    commands['beeper.disable'] = { run: () => writeChoice(alarm, (raw) => raw === 'N') };
    commands['beeper.enable'] = { run: () => writeChoice(alarm, (raw) => raw !== 'N') };
  }
  return { commands, settings: writable };
}
