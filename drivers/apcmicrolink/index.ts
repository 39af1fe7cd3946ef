/** APC Microlink: a stream of numbered pages that the UPS sends one at a time, and describes itself. */
import type { Driver } from '../driver.ts';
import { abilities } from './commands.ts';
import type { Memory } from './link.ts';
import { simulate } from './simulator.ts';
import { identify, poll, TABLE } from './talk.ts';

export const driver: Driver<'stream', Memory> = {
  id: 'apcmicrolink',
  title: 'APC Microlink',
  port: 'stream',
  // NUT raises DTR (drivers/apcmicrolink.c, upsdrv_initups).
  found: [{ serial: { baud: 9600, dtr: true } }],
  sources: [
    'klaasdc, "APC Smart UPS serial interfacing" (2019) and apcups-serial-test: line, frames, challenge, pages of the SMC1000I',
    'Stack Overflow 58675120 and its answers: check bytes; developerload.com: a challenge of an SMC1000-2UC',
    'NUT, drivers/apcmicrolink.c, apcmicrolink-maps.c and apc_common.c: page 0, descriptor, usage paths, bits of commands',
  ],
  dialects: [TABLE, 'width 16', 'width 32'],
  proof: 'captured',
  probe: {
    sends: 'The bytes F7 FD; where page 0 comes back, FE for each further page and the answer to the challenge',
    // No protocol of text has commands above 7F; a terminal or printer shows two odd characters.
    harm: 'none',
  },
  identify: (_facts, dialect) => identify(dialect),
  poll: (depth, { memory }) => poll(depth, memory),
  abilities: ({ memory }) => abilities(memory),
  simulate: (ups, dialect) => simulate(ups, dialect),
};
