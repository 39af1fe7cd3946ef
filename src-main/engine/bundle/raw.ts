/** Tells which kind of port an exchange went over. */
import type { Answer, PortKind, Wire } from '../../../drivers/driver.ts';
import type { RawExchange } from '../ports/trace.ts';

/** An exchange of one kind of port. */
interface RawOf<P extends PortKind> extends RawExchange {
  readonly kind: P;
  readonly wire: Wire[P];
  readonly data: Answer[P];
}

/** The kind tells which member of the unions the wire and the data are. */
export function isWireOf<P extends PortKind>(kind: P, raw: RawExchange): raw is RawOf<P> {
  return raw.kind === kind;
}
