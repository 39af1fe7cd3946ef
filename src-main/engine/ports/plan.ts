/** What a session needs to know before it starts: how to reach the device, and what it may speak. */
import type { Driver, PortKind } from '../../../drivers/driver.ts';
import type { Transport } from './transport.ts';

/** One way of opening the port, and the drivers that fit it; on serial ports each line speed is a way of its own. */
export interface Way<P extends PortKind> {
  /** A new transport, not yet open. */
  readonly transport: () => Transport<P>;
  /** The harmless first. */
  readonly drivers: readonly Driver<P>[];
}

/** How to reach one device. */
export interface Plan<P extends PortKind> {
  readonly kind: P;
  /** Tried in this order until a device is identified. */
  readonly ways: readonly Way<P>[];
  /**
   * Calls back whenever the device may be there again, so that the wait between attempts can be cut short. Returns how
   * to stop.
   */
  readonly wake?: (run: () => void) => () => void;
  /** The table or dialect that the person has fixed. */
  readonly dialect?: string;
}

/** A plan of one of these kinds, still tied to its own: what takes one works on every kind without asking which. */
export type PlanOf<P extends PortKind> = { readonly [K in P]: Plan<K> }[P];

/** A plan, still tied to its own kind of wire. */
export type AnyPlan = PlanOf<PortKind>;
