/** What every transport can do, whatever it is made of. Transports know nothing of protocols. */
import type { PortFacts, PortKind, Reply, Unasked, Wire } from '../../../drivers/driver.ts';
import type { Result } from '../../../src-shared/errors.ts';

/** An open or closed way to one device. One request at a time; the session keeps the order. */
export interface Transport<P extends PortKind> {
  readonly kind: P;
  /** How people name this way: a path, a host. */
  readonly label: string;
  /** Opens and locks the port. Faults are values; the message names the exact mend (permission, port in use). */
  open(): Promise<Result<PortFacts[P]>>;
  /** What the person should know of how it was opened, in sentences. */
  notes?(): readonly string[];
  /** Never rejects. */
  request(wire: Wire[P], timeoutMs: number): Promise<Reply<P>>;
  /** What the device says unasked; `alertBytes` of the driver are taken out of stream replies. */
  listen(listener: (data: Unasked[P]) => void, alertBytes?: readonly number[]): void;
  /** Called once when the device or port goes away by itself. */
  onGone(listener: (why: string) => void): void;
  close(): Promise<void>;
}
