/** Differences between what we read and what NUT's apcsmart reads on one wire, each with the reason why ours stays. */
import { type Explanation, wordsOf } from './agreement.ts';

const NUT = ['apcsmart'] as const;

/** Our words without one of them. */
function without(status: string | number, word: string): string {
  return wordsOf(
    String(status)
      .split(' ')
      .filter((each) => each !== word)
      .join(' '),
  );
}

const lacks = (variable: string, word: string, why: string): Explanation => ({
  peers: NUT,
  variable,
  accountsFor: ({ ours, theirs }) => String(ours).split(' ').includes(word) && without(ours, word) === wordsOf(theirs),
  why,
});

const isoOf = (theirs: string): string => {
  const [month = '', day = '', year = ''] = theirs.split('/');
  return `20${year}-${month}-${day}`;
};

const date = (variable: string): Explanation => ({
  peers: NUT,
  variable,
  accountsFor: ({ ours, theirs }) => ours === isoOf(theirs),
  why: 'The date of manufacture shows in which order the device writes dates, so ours are ISO dates.',
});

/** All of them. */
export const APCSMART_DIFFERENCES: readonly Explanation[] = [
  lacks('ups.status', 'TEST', 'On battery because of a test, as the cause of the transfer says: no outage.'),
  lacks('ups.status', 'BYPASS', 'Register 1 says that the load is in bypass; NUT does not ask for it.'),
  lacks('ups.status', 'ALARM', 'Register 3 says what is wrong; NUT does not ask for it.'),
  {
    peers: NUT,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) =>
      String(ours).split(' ').includes('OFF') && without(ours, 'OFF') === wordsOf(theirs),
    why: 'Neither line nor battery carries anything, which is off; NUT says so only where no other bit is set.',
  },
  date('ups.mfr.date'),
  date('battery.date'),
  {
    peers: NUT,
    variable: 'ups.test.result',
    accountsFor: ({ ours, theirs }) =>
      ({ OK: 'Done and passed', BT: 'Done and error: insufficient capacity' })[theirs] === ours,
    why: "The document's meaning of the code, in the words that other drivers have for it.",
  },
  {
    peers: NUT,
    variable: 'ups.model',
    accountsFor: ({ ours, theirs }) => theirs.trim() === ours && theirs !== ours,
    why: 'The device fills its name up with blanks.',
  },
  {
    peers: NUT,
    variable: 'ups.model',
    accountsFor: ({ ours, theirs }) => ours === 'Smart-UPS 900' && theirs === 'Smart-UPS',
    why: 'The firmware tells the model of those that do not say it.',
  },
];
