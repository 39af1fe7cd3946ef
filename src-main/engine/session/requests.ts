/** Commands and settings: what may be asked, how it is run, what is said of the outcome. */
import type { Abilities, Outcome, PortKind, Setting } from '../../../drivers/driver.ts';
import type { CommandOffer, CommandOutcome, SettingOffer } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import {
  commandInfo,
  formatValue,
  isCommandName,
  isVarName,
  label,
  type Value,
} from '../../../src-shared/nut/index.ts';

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
  const effect = info.effect ?? info.description;
  throw new AppError('refused', `${name} was not sent, because it needs to be confirmed first. ${effect}`);
}

/** The command of this name, with its argument checked for being there. Throws `AppError` ('refused', 'bad-input'). */
export function findCommand<P extends PortKind>(
  abilities: Abilities<P>,
  name: string,
  argument: string | undefined,
): NonNullable<Abilities<P>['commands'][keyof Abilities<P>['commands']]> {
  const command = isCommandName(name) ? abilities.commands[name] : undefined;
  if (command === undefined) {
    throw new AppError('refused', `This UPS does not offer ${name}. Nothing was sent.`);
  }
  if (argument !== undefined && command.argument === undefined) {
    throw new AppError('bad-input', `${name} takes no argument. Nothing was sent.`);
  }
  if (argument === undefined && command.argument?.optional === false) {
    throw new AppError('bad-input', `${name} needs an argument: ${command.argument.label}. Nothing was sent.`);
  }
  return command;
}

/** The setting of this name. Throws `AppError` ('refused'). */
export function findSetting<P extends PortKind>(abilities: Abilities<P>, name: string): Setting<P> {
  const setting = isVarName(name) ? abilities.settings[name] : undefined;
  if (setting === undefined) {
    throw new AppError('refused', `This UPS does not let ${name} be changed. Nothing was sent.`);
  }
  return setting;
}

/** Why the value does not fit what the device takes; undefined when it does. */
export function misfit(setting: Setting<PortKind>, value: string): string | undefined {
  const { values, range, maxLength } = setting;
  if (values !== undefined && !values.includes(value)) return `It takes one of: ${values.join(', ')}.`;
  if (range !== undefined) {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!(number >= range.min && number <= range.max)) return `It takes a number from ${range.min} to ${range.max}.`;
  }
  if (maxLength !== undefined && value.length > maxLength) return `It takes at most ${maxLength} characters.`;
  return undefined;
}

/** What the person is told of a command. */
export function sayCommand(name: string, outcome: Outcome): CommandOutcome {
  const shown = commandInfo(name)?.label ?? name;
  switch (outcome.result) {
    case 'accepted':
      return { result: 'accepted', message: `${shown}: the UPS accepted it.` };
    case 'sent':
      return { result: 'sent', message: `${shown}: sent. This UPS does not acknowledge commands.` };
    case 'refused':
      return { result: 'refused', message: `${shown}: the UPS refused. ${outcome.why ?? 'It gave no reason.'}` };
    case 'invalid':
      return { result: 'invalid', message: `${shown}: nothing was sent. ${outcome.why}` };
    default:
      return { result: 'silent', message: `${shown}: the UPS did not answer, so it may or may not have been done.` };
  }
}

/** What the person is told of a setting; `after` is what the device reports afterwards, if it does. */
export function saySetting(name: string, wanted: string, outcome: Outcome, after: Value | undefined): CommandOutcome {
  const shown = label(name);
  if (outcome.result === 'refused') {
    return {
      result: 'refused',
      message: `${shown}: the UPS refused "${wanted}". ${outcome.why ?? 'It gave no reason.'}`,
    };
  }
  if (outcome.result === 'invalid') {
    return { result: 'invalid', message: `${shown}: nothing was sent. ${outcome.why}` };
  }
  if (after !== undefined && same(after, wanted)) {
    return { result: 'confirmed', message: `${shown} is now ${formatValue(name, after)}; the UPS reports it.` };
  }
  if (outcome.result === 'silent') {
    return { result: 'silent', message: `${shown}: the UPS did not answer, so it may or may not have been changed.` };
  }
  if (after !== undefined) {
    return {
      result: 'ignored',
      message: `${shown}: the UPS took "${wanted}", but reports ${formatValue(name, after)}.`,
    };
  }
  return {
    result: outcome.result,
    message: `${shown}: "${wanted}" was sent, but the UPS does not report what it holds.`,
  };
}

function same(after: Value, wanted: string): boolean {
  if (typeof after === 'string') return after.trim() === wanted.trim();
  return wanted.trim() !== '' && after === Number(wanted);
}
