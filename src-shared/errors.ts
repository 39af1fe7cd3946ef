/**
 * The one error type of Mainstay and its closed set of codes.
 *
 * Expected faults (a silent device, a refused command) are values; an `AppError` is what an edge answers with when
 * it has to give up: a bad URI, a port in use, a message that does not fit the contract. Anything else that is
 * thrown is a bug.
 */
export const ERROR_CODES = [
  /** The caller's words are wrong: a URI, an argument, a message, a setting. */
  'bad-input',
  /** The named thing does not exist: a device, a port, a driver, a file. */
  'not-found',
  /** Nothing answered. */
  'no-answer',
  /** Something answered, but not in the expected protocol. */
  'wrong-protocol',
  /** The device or Mainstay refused: read only, out of range, not supported, unsafe now. */
  'refused',
  /** The operating system refused access. */
  'permission-denied',
  /** Another program holds the port or the device. */
  'in-use',
  /** A file of ours is damaged; it was set aside. */
  'damaged',
  /** The caller has not shown that it may. */
  'unauthorized',
  /** A bug of ours. */
  'internal',
] as const;

/** One of the closed set of error codes. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What travels over a wire in place of a result. */
export interface ErrorValue {
  readonly code: ErrorCode;
  /** Says what happened, what it means and what to do, in that order. */
  readonly message: string;
}

/** The one error class. `message` says what happened, what it means and what to do. */
export class AppError extends Error implements ErrorValue {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Turns anything thrown into the pair that may cross a wire; a stranger's error becomes `internal`. */
export function toErrorValue(thrown: unknown): ErrorValue {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message };
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** Either a value or the fault that stands in its place. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorValue };
