/** The table of what was tried: made of results, and the same in the README as in the file. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Matrix, matrixMarkers, matrixTable, settled, withMatrix } from '../support/matrix-table.ts';
import type { TriedResult } from '../support/tried.ts';

const row = (what: string, way: string, ok = true): TriedResult => ({
  kind: 'server client',
  what,
  version: '1.0',
  way,
  ok,
});

it('puts the ways of one client in one row, and names those that failed', () => {
  const rows = [row('curl', 'proxy'), row('curl', 'endpoint'), row('Ruby', 'proxy', false)];
  const table = matrixTable({ taken: '2026-11-24', machine: 'here', rows });
  expect(table).toContain('| server client | curl | 1.0 | endpoint, proxy |  |');
  expect(table).toContain('| server client | Ruby | 1.0 |  | proxy |');
});

it('counts a row as failed that failed in any of its tests', () => {
  expect(settled([row('curl', 'proxy', false), row('curl', 'proxy', true)])).toEqual([row('curl', 'proxy', false)]);
});

it('replaces what stands between the markers, and nothing where they are missing', () => {
  const { begin, end } = matrixMarkers;
  expect(withMatrix(`before\n${begin}\nold\n${end}\nafter`, 'new')).toBe(`before\n${begin}\nnew\n${end}\nafter`);
  expect(withMatrix('before', 'new')).toBeNull();
});

it('stands in the README as it was taken last', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const readme = read('README.md');
  if (!readme.includes(matrixMarkers.begin)) return;
  expect(existsSync(new URL('../matrix/results.json', import.meta.url))).toBe(true);
  const matrix = JSON.parse(read('test/matrix/results.json')) as Matrix;
  expect(readme).toBe(withMatrix(readme, matrixTable(matrix)));
});
