/** APC Smart (UPS-Link): one character asks, a line of text answers, and single characters come at any moment. */
import type { Driver } from '../driver.ts';
import { abilities } from './commands.ts';
import { ALERT_BYTES } from './signals.ts';
import { simulate } from './simulator.ts';
import { overheard } from './status.ts';
import { DIALECTS, identify, type Memory, poll } from './talk.ts';

export const driver: Driver<'stream', Memory> = {
  id: 'apcsmart',
  title: 'APC Smart',
  port: 'stream',
  found: [{ serial: { baud: 2400, dtr: true, rts: false } }],
  sources: [
    "APC's smart protocol (networkupstools.org/protocols/apcsmart.html)",
    'NUT, drivers/apcsmart.c, apcsmart_tabs.c and docs/man/apcsmart.txt: firmware table, answers to commands, typing of texts, names of variables',
  ],
  dialects: DIALECTS,
  proof: 'captured',
  // Nothing but our own simulator has ever been without a table entry and without the command set.
  unproven: ['basic'],
  probe: {
    sends: 'Y, twice where nothing comes; where "SM" comes back, questions of one character each',
    // One letter without a line end: a terminal shows it, a modem waits for more. A UPS of another protocol keeps it as
    // the beginning of a line, so that the next question to it is not understood and has to be repeated: that is why
    // it is asked after those whose questions are whole lines.
    harm: 'low',
  },
  identify: (_facts, dialect) => identify(dialect),
  poll: (depth, { memory }) => poll(depth, memory),
  abilities: ({ memory }) => abilities(memory),
  overheard: (data, _identity, before) => overheard(data, before),
  alertBytes: ALERT_BYTES,
  simulate: (ups, dialect) => simulate(ups, dialect),
};
