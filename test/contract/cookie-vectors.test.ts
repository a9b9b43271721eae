/** Every published cookie value and Parameter Builder suffix is read as Meta's own libraries read it. */
import { describe, expect, test } from 'vitest';
import { type CookieValue, readFbc, readFbp, readSuffix, stripSuffix } from '../../shared/meta/cookies.ts';
import type { Json } from '../../shared/model/json.ts';
import { hasMaterial, materialJson } from '../support/material.ts';

type CookieRow = {
  value: string;
  kind: 'fbp' | 'fbc' | 'either';
  valid: boolean;
  subdomain_index?: number;
  created_ms?: number;
  payload?: string;
  appendix?: string;
};
type SuffixRow = { language: string; type: string; version: string; appendix: string };
type Call = { op: string; args: Json[]; result?: Json };

const cookies = hasMaterial ? materialJson<{ vectors: CookieRow[] }>('facts/vectors/fbc_fbp_values.json').vectors : [];
const suffixes = hasMaterial
  ? materialJson<{ vectors: SuffixRow[]; legacy_two_char_tokens: Record<string, string> }>(
      'facts/vectors/appendix_vectors.json',
    )
  : { vectors: [], legacy_two_char_tokens: {} };
const builderCalls = hasMaterial
  ? materialJson<{ scenarios: { calls: Call[] }[] }>(
      'facts/vectors/param_builder_cookies_urls_ip.json',
    ).scenarios.flatMap(({ calls }) => calls)
  : [];

const languages: Record<string, string> = {
  php: 'PHP',
  python: 'Python',
  java: 'Java',
  nodejs: 'Node',
  ruby: 'Ruby',
  client_js: 'JavaScript',
};
const changes: Record<string, string> = {
  no_change: 'unchanged',
  general_new: 'general-new',
  net_new: 'net-new',
  modified_new: 'modified',
};

function validOnly(read: CookieValue) {
  if (!read.isValid) throw new Error(read.reason);
  return read;
}

/** Values of one cookie that a Parameter Builder of Meta's made or handed on. */
function builtValues(cookie: '_fbp' | '_fbc', getter: 'getFbp' | 'getFbc'): string[] {
  const values = builderCalls.flatMap(({ op, result }) => {
    if (op === getter) return typeof result === 'string' ? [result] : [];
    const set = Array.isArray(result) ? (result as { name?: string; value?: string }[]) : [];
    return set.flatMap(({ name, value }) => (name === cookie && value ? [value] : []));
  });
  return [...new Set(values)];
}

describe.skipIf(!hasMaterial)('cookie vectors', () => {
  test.each(cookies.map((row) => [row.value, row] as const))('%s', (value, row) => {
    const read = row.kind === 'fbp' ? readFbp(value) : readFbc(value);
    expect(read.isValid).toBe(row.valid);
    if (!row.valid) return;
    const valid = validOnly(read);
    if (row.subdomain_index !== undefined) expect(valid.domainDepth).toBe(row.subdomain_index);
    if (row.created_ms !== undefined) expect(valid.createdAt).toBe(row.created_ms);
    if (row.payload !== undefined) expect(valid.payload).toBe(row.payload);
    if (row.appendix !== undefined) {
      expect(valid.suffix).toEqual(readSuffix(row.appendix));
      expect(stripSuffix(value)).toBe(value.slice(0, -row.appendix.length - 1));
    }
  });

  test.each(suffixes.vectors.map((row) => [row.appendix, row] as const))(
    'suffix %s tells its library',
    (token, row) => {
      expect(readSuffix(token)).toEqual({
        language: languages[row.language],
        change: changes[row.type],
        version: row.version,
      });
      expect(stripSuffix(`fb.1.1596403881668.1116446470.${token}`)).toBe('fb.1.1596403881668.1116446470');
    },
  );

  test.each(Object.entries(suffixes.legacy_two_char_tokens))('the old suffix of %s is known', (language, token) => {
    expect(readSuffix(token)).toEqual({ language: languages[language], change: null, version: null });
  });

  test('every fbc that a Parameter Builder makes is valid, and four parts remain without its suffix', () => {
    const values = builtValues('_fbc', 'getFbc');
    expect(values.length).toBeGreaterThan(40);
    for (const value of values) {
      expect([value, readFbc(value).isValid]).toEqual([value, true]);
      expect(stripSuffix(value)).toMatch(/^fb\.\d\.\d+\.[^.]+$/);
    }
  });

  test('every fbp that a Parameter Builder makes is valid', () => {
    // `existingFbp` is a stand-in of those tests for a cookie that was there before: no library makes letters.
    const values = builtValues('_fbp', 'getFbp').filter((value) => !value.includes('.existingFbp.'));
    expect(values.length).toBeGreaterThan(8);
    for (const value of values) expect([value, readFbp(value).isValid]).toEqual([value, true]);
  });

  test.each(['getEventSourceUrl', 'getReferrerUrl', 'getClientIpAddress', '_getClientIp'])(
    'what %s appends comes off again',
    (op) => {
      const values = builderCalls.flatMap((call) =>
        call.op === op && typeof call.result === 'string' ? [call.result] : [],
      );
      expect(values.length).toBeGreaterThan(2);
      for (const value of values) {
        expect(stripSuffix(value)).toBe(value.replace(/\.(?:AQQ[A-D]AQAA|AQ|Ag|Aw|BA|BQ|Bg)$/, ''));
      }
    },
  );
});
