/** Commands and settings: what may be asked, how it is run, what is said of the outcome. */
import type { Abilities, Outcome, PortKind, Setting } from '../../../../drivers/driver.ts';
import type { CommandOffer, CommandOutcome, SettingOffer } from '../../../../src-shared/contract/index.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import {
  commandDescription,
  commandEffect,
  commandInfo,
  commandLabel,
  formatValue,
  isCommandName,
  isVarName,
  label,
  type Value,
  variableInfo,
} from '../../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../../src-shared/texts/say.ts';

/** The commands on offer, as clients see them. */
export function commandOffers({ commands }: Abilities<PortKind>): CommandOffer[] {
  return Object.entries(commands).flatMap(([name, command]) =>
    command === undefined ? [] : [{ name, ...(command.argument === undefined ? {} : { argument: command.argument }) }],
  );
}

/** The settings on offer, as clients see them. */
export function settingOffers({ settings }: Abilities<PortKind>): SettingOffer[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    if (setting === undefined) return [];
    const { values, range, maxLength } = setting;
    return [
      {
        name,
        ...(values === undefined ? {} : { values: [...values] }),
        ...(range === undefined ? {} : { range }),
        ...(maxLength === undefined ? {} : { maxLength }),
      },
    ];
  });
}

/** Refuses what would harm without the person's word, whatever the device. Throws `AppError` ('refused'). */
export function demandConfirmation(name: string, confirmed: boolean): void {
  const info = commandInfo(name);
  if (info === undefined || info.danger === 'none' || confirmed) return;
  const effect = commandEffect(name, saidIn()) ?? commandDescription(name, saidIn()) ?? '';
  throw new AppError('refused', say('session.unconfirmed', { name, effect }));
}

/** The command of this name, with its argument checked for being there. Throws `AppError` ('refused', 'bad-input'). */
export function findCommand<P extends PortKind>(
  abilities: Abilities<P>,
  name: string,
  argument: string | undefined,
): NonNullable<Abilities<P>['commands'][keyof Abilities<P>['commands']]> {
  const command = isCommandName(name) ? abilities.commands[name] : undefined;
  if (command === undefined) {
    throw new AppError('refused', say('session.notOffered', { name }));
  }
  if (argument !== undefined && command.argument === undefined) {
    throw new AppError('bad-input', say('session.noArgument', { name }));
  }
  if (argument === undefined && command.argument?.optional === false) {
    throw new AppError('bad-input', say('session.needsArgument', { name, argument: say(command.argument.text) }));
  }
  return command;
}

/** The setting of this name. Throws `AppError` ('refused'). */
export function findSetting<P extends PortKind>(abilities: Abilities<P>, name: string): Setting<P> {
  const setting = isVarName(name) ? abilities.settings[name] : undefined;
  if (setting === undefined) {
    throw new AppError('refused', say('session.notSettable', { name }));
  }
  return setting;
}

/** Why the value does not fit what the device takes; undefined when it does. */
export function misfit(setting: Setting<PortKind>, value: string): string | undefined {
  const { values, range, maxLength } = setting;
  if (values !== undefined && !values.includes(value)) return say('session.takesOneOf', { values: values.join(', ') });
  if (range !== undefined) {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!(number >= range.min && number <= range.max))
      return say('session.takesNumber', { min: range.min, max: range.max });
  }
  if (maxLength !== undefined && value.length > maxLength) return say('session.takesLength', { length: maxLength });
  return undefined;
}

/** What the person is told of a command. */
export function sayCommand(name: string, outcome: Outcome): CommandOutcome {
  const shown = { what: commandLabel(name, saidIn()) };
  switch (outcome.result) {
    case 'accepted':
      return { result: 'accepted', message: say('session.accepted', shown) };
    case 'sent':
      return { result: 'sent', message: say('session.sent', shown) };
    case 'refused':
      return {
        result: 'refused',
        message: say('session.refused', { ...shown, why: outcome.why ?? say('session.noReason') }),
      };
    case 'invalid':
      return { result: 'invalid', message: say('session.invalid', { ...shown, why: outcome.why }) };
    default:
      return { result: 'silent', message: say('session.maybeDone', shown) };
  }
}

/** A value that a person asked for, as people read it. */
export function saidValue(name: string, wanted: string): string {
  const isNumber = variableInfo(name)?.type === 'number' && wanted.trim() !== '' && Number.isFinite(Number(wanted));
  return formatValue(name, isNumber ? Number(wanted) : wanted, saidIn());
}

/** What the person is told of a setting; `after` is what the device reports afterwards, if it does. */
export function saySetting(name: string, wanted: string, outcome: Outcome, after: Value | undefined): CommandOutcome {
  const shown = { what: label(name, saidIn()), wanted: saidValue(name, wanted) };
  if (outcome.result === 'refused') {
    return {
      result: 'refused',
      message: say('session.valueRefused', { ...shown, why: outcome.why ?? say('session.noReason') }),
    };
  }
  if (outcome.result === 'invalid') {
    return { result: 'invalid', message: say('session.invalid', { ...shown, why: outcome.why }) };
  }
  if (after !== undefined && same(after, wanted)) {
    return {
      result: 'confirmed',
      message: say('session.confirmed', { ...shown, value: formatValue(name, after, saidIn()) }),
    };
  }
  if (outcome.result === 'silent') {
    return { result: 'silent', message: say('session.maybeChanged', shown) };
  }
  if (after !== undefined) {
    return {
      result: 'ignored',
      message: say('session.ignored', { ...shown, value: formatValue(name, after, saidIn()) }),
    };
  }
  return {
    result: outcome.result,
    message: say('session.valueSent', shown),
  };
}

function same(after: Value, wanted: string): boolean {
  if (typeof after === 'string') return after.trim() === wanted.trim();
  return wanted.trim() !== '' && after === Number(wanted);
}
