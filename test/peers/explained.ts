/** Differences between what we read and what NUT reads on a Megatec wire, each with the reason why ours stays. */
import { type Explanation, wordsOf } from './agreement.ts';

const BOTH = ['nutdrv_qx', 'blazer_ser'] as const;

/** Our words with one put in place of another, or left out. */
function replaced(status: string | number, word: string, by: string): string {
  return wordsOf(
    String(status)
      .split(' ')
      .map((each) => (each === word ? by : each))
      .join(' '),
  );
}

/** All of them. */
export const MEGATEC_DIFFERENCES: readonly Explanation[] = [
  {
    peers: BOTH,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => replaced(ours, 'TEST', 'CAL') === wordsOf(theirs),
    why: 'The bit says "Test in Progress". RFC 9271 has TEST for that and keeps CAL for a runtime calibration, which this is not.',
  },
  {
    peers: BOTH,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => replaced(ours, 'OVER', '') === wordsOf(theirs),
    why: 'The protocol has no overload bit; the load it reports is above 100 % of the rating, which is what OVER means.',
  },
  {
    peers: BOTH,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => replaced(ours, 'OFF', '') === wordsOf(theirs),
    why: 'The protocol has no bit for an output that is off; 0 V and no load at the output is what OFF means.',
  },
  {
    peers: BOTH,
    variable: 'ups.alarm',
    accountsFor: ({ ours }) => ours === 'UPS failed',
    why: 'The specification calls the bit "UPS Failed"; that a self-test brought it to light is a guess.',
  },
  {
    peers: ['blazer_ser'],
    variable: 'battery.voltage',
    accountsFor: ({ ours, theirs }) => typeof ours === 'number' && Math.abs(Number(theirs) / ours - 48 / 36) < 0.001,
    why: 'blazer_ser chooses how many cells there are by what comes near the rated voltage: of a nearly empty 72 V pack it takes 48. We count 36, by the rating.',
  },
  {
    peers: ['nutdrv_qx'],
    variable: 'battery.voltage',
    accountsFor: ({ ours, theirs }) => typeof ours === 'number' && Number(theirs) < 3 && ours > 3,
    why: 'On-line units report the voltage of one cell. This version of nutdrv_qx publishes it as it is; we and blazer_ser publish that of the pack.',
  },
  {
    peers: ['nutdrv_qx'],
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => replaced(ours, 'ALARM', '') === wordsOf(theirs),
    why: 'This version of nutdrv_qx publishes ups.alarm without the word ALARM.',
  },
  {
    peers: ['blazer_ser'],
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => wordsOf(`${ours} ALARM`) === wordsOf(theirs) && wordsOf(ours).includes('FSD'),
    why: 'blazer_ser raises an alarm for a shutdown that was asked for; FSD says that, and nothing is wrong.',
  },
];
