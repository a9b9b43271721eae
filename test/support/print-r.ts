/** PHP's print_r, for logs as PHP applications write them. */

export function printR(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return value === false || value === null ? '' : String(value);
  const indent = ' '.repeat(depth * 8);
  const fields = Object.entries(value).map(([key, inner]) => `${indent}    [${key}] => ${printR(inner, depth + 1)}\n`);
  return `Array\n${indent}(\n${fields.join('')}${indent})\n`;
}
