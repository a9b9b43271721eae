/** How one customer field is written before it is hashed: as Meta documents it, and as Meta's own code does it. */

/** Each function takes a value as a person wrote it; null where that implementation would send nothing. */
export type FieldForms = {
  documented(raw: string): string | null;
  /** facebook/capi-param-builder, in all its languages. */
  parameterBuilder(raw: string): string | null;
  /** The normalizers of the business SDKs and of Meta's shop plugins, as far as they differ. */
  sdks(raw: string): (string | null)[];
  /** Meta's script in the page: `ud`, `aud` and the gateway's copy; recorded from the real script. */
  pixel(raw: string): (string | null)[];
};

/** SHA-256 or MD5 in hex digits: every implementation passes such a value on as it is. */
export function isHashed(value: string): boolean {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{32})$/i.test(value);
}

export function trimmedLower(raw: string): string | null {
  return raw.trim().toLowerCase() || null;
}

/** ASCII punctuation without letters, digits and white space. */
export const punctuation = /[!-/:-@[-`{-~]/g;
