/** Graph's errors as values, and as the JSON that stands in an answer. */
import type { JsonObject } from '../model/json.ts';

export type GraphError = {
  /** Null for the few errors to which Graph gives no code. */
  code: number | null;
  subcode: number | null;
  message: string;
  /** `error_user_title` and `error_user_msg`. */
  title: string | null;
  detail: string | null;
  /** Left out: `OAuthException`. */
  type?: 'GraphMethodException' | 'GraphBatchException';
  /** The sender should send it again; left out: false. */
  isTransient?: true;
};

/** An error of code 100 with a subcode of the Conversions API and words for people. */
export function invalidParameter(subcode: number, title: string, detail: string): GraphError {
  return { code: 100, subcode, message: 'Invalid parameter', title, detail };
}

/** A parameter of the wrong kind. `path` as in `$['data'][0]['event_time']`; `wanted` completes "must be". */
export function wrongType(path: string, wanted: string): GraphError {
  return plainError(100, `(#100) Param ${path} must be ${wanted}`);
}

/** An error that is only a code and a message. */
export function plainError(code: number | null, message: string, more: Partial<GraphError> = {}): GraphError {
  return { code, subcode: null, message, title: null, detail: null, ...more };
}

/** The error as Graph writes it under `error`. */
export function graphErrorJson(error: GraphError, trace: string): JsonObject {
  const { code, subcode, message, title, detail, type = 'OAuthException', isTransient = false } = error;
  return {
    message,
    type,
    ...(code !== null && { code }),
    ...(subcode !== null && { error_subcode: subcode }),
    ...((title !== null || isTransient) && { is_transient: isTransient }),
    ...(title !== null && { error_user_title: title }),
    ...(detail !== null && { error_user_msg: detail }),
    fbtrace_id: trace,
  };
}

/** The error in one line of words, with its numbers: for messages and reports. */
export function graphErrorInWords({ code, subcode, message, title, detail }: GraphError): string {
  const numbers = [code, subcode].filter((each) => each !== null).join('/');
  const words = [title ?? message, detail].filter((part) => part !== null).join(': ');
  return numbers === '' ? words : `(${numbers}) ${words}`;
}
