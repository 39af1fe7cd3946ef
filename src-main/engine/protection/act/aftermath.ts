/**
 * After the next start: how the shutdown went. What the late hook did cannot be kept: there is no disk left to write to by
 * then. So the length is measured up to the last line of the journal, which closes a moment before the file systems are
 * unmounted; the margin of the plan covers the rest.
 */
import type { LastShutdown } from '../../../../src-shared/contract/index.ts';
import { andList, say } from '../../../../src-shared/texts/say.ts';
import type { Committed } from './record.ts';
import type { Run } from './run.ts';

/** The last that was heard of a boot. */
export interface LastSign {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It was the proper end, not the moment that power went. */
  readonly proper: boolean;
}

/** SD_MESSAGE_JOURNAL_STOP: what the journal writes last when it is ended (systemd, sd-messages.h). */
const JOURNAL_STOP = 'd93fb3c9c24d451a97cea615ce59c00b';
/** Nothing takes longer; a clock that was set in between would say so. Milliseconds. */
const LONGEST = 3_600_000;
/** Clocks of computer and UPS, and what a UPS rounds. Milliseconds. */
const SLACK = 5000;

/**
 * Asks the journal, and then the log of logins, for the end of a boot. Undefined where neither knows: no journal is kept
 * across starts, this account may not read it, or this is not Linux.
 */
export async function lastSign(
  run: Run,
  { boot, committedAt }: Committed,
  startedAt: number,
): Promise<LastSign | undefined> {
  const id = /^boot:([0-9a-f-]{36})$/.exec(boot)?.[1]?.replaceAll('-', '');
  if (id === undefined) return undefined;
  const within = (at: number): boolean => at >= committedAt && at <= startedAt + SLACK;
  const journal = await run('journalctl', [`--boot=${id}`, '--lines=20', '--output=json', '--no-pager', '--quiet']);
  const lines = journal.code === 0 ? journal.out.split('\n').flatMap(journalLine) : [];
  const last = lines.at(-1);
  const heard = last !== undefined && within(last.at) ? last.at : undefined;
  if (heard !== undefined && lines.some(({ stop }) => stop)) return { at: heard, proper: true };
  // wtmp(5): a line for each shutdown that has come as far as ending all services. A journal on a file system of its own
  // is closed before that, without a closing line.
  const logins = await run('last', ['--system', '--time-format', 'iso', '--limit', '20', 'shutdown']);
  const logged = logins.out
    .split('\n')
    .flatMap((line) => /^shutdown\s.*?(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:?\d\d)/.exec(line)?.[1] ?? [])
    .map((text) => Date.parse(text))
    .find(within);
  if (logged !== undefined) return { at: Math.max(logged, heard ?? logged), proper: true };
  return heard === undefined ? undefined : { at: heard, proper: false };
}

function journalLine(text: string): { readonly at: number; readonly stop: boolean }[] {
  const at = /"__REALTIME_TIMESTAMP"\s*:\s*"(\d+)"/.exec(text)?.[1];
  return at === undefined ? [] : [{ at: Number(at) / 1000, stop: text.includes(JOURNAL_STOP) }];
}

/** What is known now, and the length to plan with. */
export interface Aftermath {
  readonly report: LastShutdown;
  /** Seconds, from the moment the system was asked. */
  readonly measuredSeconds?: number;
  /** Power went before the computer was down, or the UPS did not do as asked. */
  readonly trouble: boolean;
}

/** Puts the pieces together. */
export function judge(committed: Committed, startedAt: number, sign: LastSign | undefined): Aftermath {
  const { committedAt, askedAt, device, reason } = committed;
  const took = sign === undefined ? undefined : sign.at - committedAt;
  const known = sign !== undefined && took !== undefined && took <= LONGEST;
  const upsCut = judgeCut(committed, startedAt, known ? sign.at : undefined);
  const length = !known
    ? say('decision.after.unknownLength')
    : sign.proper
      ? say('decision.after.down', { seconds: seconds(took) })
      : say('decision.after.broken', { seconds: seconds(took) });
  const text = [
    say('decision.after.begun', { reason }),
    length,
    sayOff(startedAt - (known ? sign.at : committedAt)),
    sayCut(upsCut, committed),
  ].join(' ');
  return {
    report: {
      committedAt,
      startedAt,
      ...(device === undefined ? {} : { device }),
      reason,
      ...(known && sign.proper ? { shutdownSeconds: seconds(took) } : {}),
      upsCut,
      text,
    },
    ...(known && sign.proper ? { measuredSeconds: seconds(sign.at - askedAt) } : {}),
    trouble: upsCut === 'no' || (known && !sign.proper),
  };
}

/**
 * What can be told for certain: a computer that started again before the output could have gone off was never cut off.
 * Otherwise nothing on this side tells a cut from a press of the power button.
 */
function judgeCut(
  { asked, askedAt }: Committed,
  startedAt: number,
  downAt: number | undefined,
): LastShutdown['upsCut'] {
  if (asked.length === 0) return 'not-asked';
  const tooSoon = asked.some(({ way, offIn }) => {
    const from = way === 'late' ? (downAt ?? askedAt) : askedAt;
    return offIn !== undefined && startedAt < from + offIn * 1000 - SLACK;
  });
  return tooSoon ? 'no' : 'unknown';
}

function sayCut(upsCut: LastShutdown['upsCut'], { asked }: Committed): string {
  const names = andList(asked.map(({ name }) => name));
  switch (upsCut) {
    case 'not-asked':
      return say('decision.after.notAsked');
    case 'no':
      return say('decision.after.notCut', { names });
    case 'unknown':
      return say('decision.after.maybeCut', { names });
    default:
      return say('decision.after.cut', { names });
  }
}

const seconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000));

function sayOff(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 1 ? say('decision.after.offBriefly') : say('decision.after.off', { seconds: minutes * 60 });
}
