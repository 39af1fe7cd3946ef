/** Simulated devices: `sim:megatec?scenario=outage`. */
import { z } from 'zod';
import { type AddressPart, baud, positive, queryOf, word } from './part.ts';

const parameters = z.strictObject({
  /** Which of the driver's tables or dialects the device speaks. */
  dialect: word.optional(),
  scenario: word.optional(),
  profile: word.optional(),
  /** Seconds of the simulated world in one of ours. */
  speed: positive.optional(),
  /** Carries bytes as slowly as a line of this speed. */
  baud: baud.optional(),
});

/** A simulated device, answering as this driver's devices do. */
export type SimulatedAddress = { readonly scheme: 'sim'; readonly driver: string } & z.infer<typeof parameters>;

/** How simulated devices are named. */
export const simulatedPart: AddressPart<SimulatedAddress> = {
  scheme: 'sim',
  example: 'sim:megatec?scenario=outage',
  read: (target, given) => ({ scheme: 'sim', driver: word.parse(target), ...parameters.parse(given) }),
  write: ({ scheme: _scheme, driver, ...rest }) => `sim:${encodeURIComponent(String(driver ?? ''))}${queryOf(rest)}`,
  place: (address) => simulatedPart.write(address),
  form: [
    { name: 'driver', input: 'choice', of: 'drivers', demanded: true },
    { name: 'scenario', input: 'choice', of: 'scenarios', open: 'none' },
    { name: 'speed', input: 'decimal' },
  ],
};
