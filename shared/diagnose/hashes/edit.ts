/** One mistake that turns a right form into a wrong one. */
export type Edit = {
  /** Short name of the form. */
  form: string;
  /** Completes “the hash of the known value …”. */
  words: string;
  /** The texts that this mistake makes of another; those that change nothing do no harm. */
  make(text: string): string[];
};
