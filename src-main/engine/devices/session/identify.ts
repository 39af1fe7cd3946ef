/** Finds out which of the candidate drivers a device speaks to. */
import type { Driver, Identity, PortFacts, PortKind } from '../../../../drivers/driver.ts';
import type { Patience } from '../../ports/port.ts';
import type { Transport } from '../../ports/transport.ts';
import { converse } from './talk.ts';

/** A driver and what it learned. */
export interface Identified<P extends PortKind> {
  readonly driver: Driver<P>;
  readonly identity: Identity;
  /** Every question of the identification was answered. */
  readonly complete: boolean;
}

/** The outcome of asking all candidates. */
export interface Identification<P extends PortKind> {
  readonly found: Identified<P> | null;
  /** Something was heard, in whatever protocol. */
  readonly heard: boolean;
}

/**
 * Asks the drivers in order: the first that is certain wins at once, else the first to which it is likely. Rejects
 * with `DriverBug` only.
 */
export async function identify<P extends PortKind>(
  transport: Transport<P>,
  facts: PortFacts[P],
  drivers: readonly Driver<P>[],
  patience: Patience,
  dialect: string | undefined,
): Promise<Identification<P>> {
  let likely: Identified<P> | null = null;
  let heard = false;
  for (const driver of drivers) {
    const spoken = await converse(transport, () => driver.identify(facts, dialect), patience);
    heard ||= spoken.heard;
    const identity = spoken.result;
    if (identity === null) continue;
    const found = { driver, identity, complete: spoken.complete };
    if (identity.confidence === 'certain') return { found, heard };
    likely ??= found;
  }
  return { found: likely, heard };
}
