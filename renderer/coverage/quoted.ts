/** A value as the filter language takes it, whatever characters it has. */
export function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `"${value.replaceAll('"', '\\"')}"`;
}
