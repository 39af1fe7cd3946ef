/** Differences between what we read and what snmp-ups reads from RFC 1628, each with the reason why ours stays. */
import { type Comparison, type Explanation, wordsOf } from './agreement.ts';

const PEERS = ['snmp-ups'] as const;

/** Whether ours is theirs with these words besides. */
function adds(...words: readonly string[]): (comparison: Comparison) => boolean {
  return ({ ours, theirs }) => wordsOf(ours) === wordsOf(`${theirs} ${words.join(' ')}`);
}

/** All of them. */
export const SNMP_DIFFERENCES: readonly Explanation[] = [
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: adds('DISCHRG'),
    why: 'upsOutputSource says that the battery feeds the load, which is what DISCHRG means; snmp-ups says only OB.',
  },
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: adds('OVER'),
    why: 'snmp-ups asks for the name of the overload alarm as if it were a variable and never learns of one; we read the table of alarms.',
  },
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: adds('RB', 'ALARM'),
    why: 'That the battery needs replacement stands only in the table of alarms, which snmp-ups does not read.',
  },
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: adds('OL'),
    why: 'The output is off, and the input voltage is that of mains; snmp-ups takes a source of "none" for OFF and no more.',
  },
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs }) => wordsOf(ours) === wordsOf('OL DISCHRG TEST') && theirs === 'OB',
    why: 'During a test the battery feeds the load while mains is there, as the input voltage proves; OB would begin a countdown. snmp-ups takes the name of a test for a number and says nothing of it.',
  },
];

/** Likewise for recorded agents. */
export const RECORDED_DIFFERENCES: readonly Explanation[] = [
  ...['ups.mfr', 'ups.model', 'ups.firmware'].map((variable) => ({
    peers: PEERS,
    variable,
    accountsFor: ({ ours, theirs }: Comparison) => ours === theirs.trim() && ours !== theirs,
    why: 'iStars agents fill names up with blanks, which say nothing.',
  })),
  {
    peers: PEERS,
    variable: 'ups.status',
    accountsFor: adds('RB', 'ALARM'),
    why: 'That the battery needs replacement stands only in the table of alarms, which snmp-ups does not read.',
  },
];
