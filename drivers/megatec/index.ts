/** Megatec, also called Q1: a line of text for a line of text. */
import type { Driver } from '../driver.ts';
import { abilities } from './commands.ts';
import { simulate } from './simulator.ts';
import { identify, type Memory, poll } from './talk.ts';

export const driver: Driver<'stream', Memory> = {
  id: 'megatec',
  title: 'Megatec (Q1)',
  port: 'stream',
  // Contact-closure cables that power their level shifter from the modem lines want DTR up and RTS down (NUT,
  // docs/man/nutdrv_qx.txt, "cablepower"); plain serial cables do not mind.
  found: [{ serial: { baud: 2400, dtr: true, rts: false } }],
  sources: [
    'Megatec Protocol Information 2.7, Kevin Chiou, 1996, with additions of 2024 (networkupstools.org/protocols/megatec.html)',
    'NUT, drivers/nutdrv_qx_megatec.c, nutdrv_qx_blazer-common.c and blazer.c: lengths seen, ACK, R0000, S00, names of variables',
  ],
  dialects: [],
  proof: 'captured',
  probe: {
    sends: 'Q1 and a carriage return; where a status line comes back, F and I likewise',
    // Text: a terminal or printer shows two letters, a modem ignores a line that does not begin with AT. To an APC
    // Smart-UPS, on the same baud rate, Q is a question for the status and 1 nothing known (apcsmart.txt).
    harm: 'none',
  },
  identify: () => identify(),
  poll: (_depth, { memory }) => poll(memory),
  abilities: ({ memory }) => abilities(memory),
  simulate: (ups) => simulate(ups),
};
