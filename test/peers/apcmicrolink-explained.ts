/** Differences between what we read and what NUT reads on a Microlink wire, each with the reason why ours stays. */
import { type Comparison, type Explanation, wordsOf } from './agreement.ts';

const NUT = ['apcmicrolink'] as const;

const only = (some: readonly string[], others: readonly string[]) => some.filter((word) => !others.includes(word));

/** Our status without words that only we say, and with those that only NUT says, is NUT's. */
function differsBy({ ours, theirs }: Comparison, extra: readonly string[], lacking: readonly string[]): boolean {
  const here = wordsOf(ours).split(' ');
  const there = wordsOf(theirs).split(' ');
  return (
    only(here, there).every((word) => extra.includes(word)) && only(there, here).every((word) => lacking.includes(word))
  );
}

/** A power that NUT publishes as the share of the rating that is on the wire. */
const asShare = (variable: 'ups.power' | 'ups.realpower'): Explanation => ({
  peers: NUT,
  variable,
  accountsFor: ({ ours, theirs }) => typeof ours === 'number' && (ours === 0 || ours / Number(theirs) > 2),
  why: 'On the wire is the share of the rating in percent (klaasdc: apparent_power_pctused, real_power_pctused); NUT publishes the percents under a name whose unit is VA or W.',
});

const groups = (count: number, explain: (group: number) => readonly Explanation[]): readonly Explanation[] =>
  Array.from({ length: count }, (_, group) => explain(group)).flat();

/** All of them. */
export const MICROLINK_DIFFERENCES: readonly Explanation[] = [
  asShare('ups.power'),
  asShare('ups.realpower'),
  {
    peers: NUT,
    variable: 'ups.status',
    accountsFor: (each) =>
      differsBy(each, ['LB', 'RB', 'CAL', 'TRIM', 'BOOST', 'FSD', 'ALARM'], ['ALARM', 'TEST', 'InProgress']),
    why: 'NUT says what is in two registers. We add what other values say: the group low on runtime (LB), the battery past its life (RB), a calibration (CAL, where NUT says TEST), a regulated input (TRIM, BOOST), outlets that are about to lose power (FSD); and ALARM beside a fault. NUT puts the word InProgress of a calibration into the status, which is no word of it; it raises an alarm for every outage ("Input not acceptable"), which OB says already.',
  },
  {
    peers: NUT,
    variable: 'input.transfer.delay',
    accountsFor: ({ ours, theirs }) => ours === 0 && theirs === 'NoDelay',
    why: 'A number of seconds in RFC 9271; none is zero, which is what the device says.',
  },
  ...groups(3, (group): readonly Explanation[] => [
    {
      peers: NUT,
      variable: `outlet.group.${group}.status`,
      accountsFor: ({ ours, theirs }) => theirs.split(' ')[0] === (ours === 'on' ? 'StateOn' : 'StateOff'),
      why: 'RFC 9271 has on and off here; all bits are in experimental.outlet.group.n.state.',
    },
  ]),
  ...['shutdown', 'reboot', 'start'].flatMap((timer) =>
    [1, 2].map(
      (group): Explanation => ({
        peers: NUT,
        variable: `outlet.group.${group}.timer.${timer}`,
        accountsFor: ({ ours, theirs }) => ours === -1 && theirs === 'NotActive',
        why: 'RFC 9271 has a number of seconds here, and -1 for a timer that does not run, which is what the device says.',
      }),
    ),
  ),
];
