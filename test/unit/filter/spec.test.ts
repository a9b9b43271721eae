/** SPEC.md names the keys that there are, with all their other names. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fieldNames, fields } from '../../../shared/filter/fields.ts';
import { parseFilter } from '../../../shared/filter/parse.ts';

const spec = readFileSync(new URL('../../../shared/filter/SPEC.md', import.meta.url), 'utf8');
const rows = [...spec.matchAll(/^\| `([a-z]+)` \|([^|]*)\|/gm)].map(([, name = '', also = '']) => ({
  name,
  also: also
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
}));

it('the table of SPEC.md holds every key with its other names, in order', () => {
  expect(rows).toEqual(fieldNames.map((name) => ({ name, also: [...fields[name].aliases] })));
});

it.each(fieldNames)('the example of %s can be read', (name) => {
  expect(parseFilter(fields[name].example)).toMatchObject({ ok: true, filter: { kind: 'field', field: name } });
});
