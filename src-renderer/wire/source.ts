/** Where the contract comes from: the window's bridge, or a WebSocket to the host that served the page. */
import type { Access, MessageWire } from '../../src-shared/contract/index.ts';

/** Why no wire could be opened. */
export type WireFailure =
  /** Nobody answers; trying again may help. */
  | 'unreachable'
  /** The host answers but refuses: the token is missing or wrong. Trying again with the same token cannot help. */
  | 'denied';

/** A wire, what this window may do over it, and how to leave it; or why there is none. */
export type OpenedWire =
  | { readonly ok: true; readonly wire: MessageWire; readonly access: Access; readonly close: () => void }
  | { readonly ok: false; readonly why: WireFailure };

/** Opens one wire each time it is called. */
export type WireSource = () => Promise<OpenedWire>;
