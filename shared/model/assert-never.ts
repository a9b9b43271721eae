/** Makes a forgotten member of a union a compile error, and a bug at run time a clear one. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
