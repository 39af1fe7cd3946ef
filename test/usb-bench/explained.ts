/** Differences between what we read and what NUT reads of the same USB device, each with the reason why ours stays. */
import { type Explanation, wordsOf } from '../peers/agreement.ts';

const NUT = ['usbhid-ups'];

function without(status: string | number, word: string): string {
  return wordsOf(
    String(status)
      .split(' ')
      .filter((each) => each !== word)
      .join(' '),
  );
}

const dates = (['battery.mfr.date', 'ups.mfr.date'] as const).map(
  (variable): Explanation => ({
    peers: NUT,
    variable,
    accountsFor: ({ ours, theirs }) => ours === theirs.replaceAll('/', '-'),
    why: 'The same day. NUT writes it with slashes, we as ISO 8601 says.',
  }),
);

const timers = (['ups.timer.shutdown', 'ups.timer.start'] as const).map(
  (variable): Explanation => ({
    peers: NUT,
    variable,
    accountsFor: ({ ours, theirs, scenario }) => ours === -1 && theirs === '-60' && scenario.startsWith('CyberPower'),
    why: 'The device counts minutes, and -1 says that nothing is counting. NUT turns that into -60 seconds as well.',
  }),
);

/** All of them. */
export const HID_DIFFERENCES: readonly Explanation[] = [
  ...dates,
  ...timers,
  {
    peers: NUT,
    variable: 'ups.model',
    accountsFor: ({ ours, theirs, scenario }) => scenario.startsWith('Eaton') && theirs === `${ours} 700`,
    why: 'The device calls itself so. NUT puts the nominal power behind the name.',
  },
  {
    peers: NUT,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs, scenario }) =>
      scenario.startsWith('Eaton') && without(ours, 'CHRG') === wordsOf(theirs),
    why: 'The device says Charging. NUT leaves that out while the charger only floats (ABM); we publish the charger as battery.charger.status.',
  },
  {
    peers: NUT,
    variable: 'ups.status',
    accountsFor: ({ ours, theirs, scenario }) =>
      /^(Liebert|Legrand)/.test(scenario) && wordsOf(ours) === without(theirs, 'CHRG'),
    why: 'The device says both Charging and FullyCharged; what is full is not being charged.',
  },
  {
    peers: NUT,
    variable: 'ups.beeper.status',
    accountsFor: ({ ours, theirs, scenario }) =>
      scenario === 'Powercom HID' && ours === 'enabled' && theirs === 'disabled',
    why: 'The device says 2. Where the range goes to 3, 2 enables (Powercom, document of the SKP series, report 19); NUT reads it in the coding of the other series.',
  },
  {
    peers: NUT,
    variable: 'output.voltage',
    accountsFor: ({ ours, theirs, scenario }) =>
      scenario === 'CyberPower CP1000PFCLCDa' && ours === 120 && Number(theirs) === 135,
    why: 'The range 135 to 144 of a transfer setting leaks into the output voltage (networkupstools/nut issue 439). This version of NUT forces the voltage into it.',
  },
];
