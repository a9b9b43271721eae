/** What is said of a hash: which form stands behind it, in words that hold no personal value. */

export type HashExplanation = {
  /** Short name: `upper case`, `hashed twice`, `MD5`, … */
  form: string;
  /** Completes “It …”. */
  explanation: string;
  /** `not-normalized`: SHA-256 of the right value in a wrong form. `bad`: nothing that Meta could ever match. */
  fault: 'not-normalized' | 'bad';
};

/** By hash, in lower case. */
export type Mistakes = ReadonlyMap<string, HashExplanation>;

export function bad(form: string, explanation: string): HashExplanation {
  return { form, explanation, fault: 'bad' };
}

export function notNormalized(form: string, explanation: string): HashExplanation {
  return { form, explanation, fault: 'not-normalized' };
}
