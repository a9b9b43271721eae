/** Version of pairing and diagnosis: stored conclusions of another version are recomputed. */
export const engineVersion = '0.1.0';
