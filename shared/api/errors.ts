/** The closed list of reasons for which the core refuses a call; the text beside a code is fit to show. */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'unreadable-file'
  | 'browser-missing'
  | 'port-taken'
  | 'storage-failed'
  | 'busy'
  | 'disconnected'
  | 'internal';

export type CallError = { code: ErrorCode; message: string };

/** Thrown by a handler to refuse a call; anything else that is thrown becomes `internal`. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
