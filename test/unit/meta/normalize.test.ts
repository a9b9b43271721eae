/** Normalization against every recorded row of Meta's own tests and documents; an exception has its reason beside it. */
import { describe, expect, it } from 'vitest';
import { documentedForm, legitimateForms, parameterBuilderForm } from '../../../shared/meta/normalize.ts';
import { sha256 } from '../../../shared/meta/sha256.ts';
import { hasMaterial, materialJson, materialRows } from '../../support/material.ts';

type Row = { input: unknown; expected: string | null; sha256?: string };
type Recorded = { vectors: Record<string, Row[]> };

const keyOf: Record<string, string> = {
  email: 'em',
  phone: 'ph',
  zipCode: 'zp',
  city: 'ct',
  state: 'st',
  country: 'country',
  name: 'fn',
  gender: 'ge',
  dob: 'db',
  externalId: 'external_id',
};

/** Rows that do not hold here, with the reason. */
function builderException(field: string, { input }: Row): string | null {
  if (typeof input !== 'string') return 'a value that is no text: an identity holds texts only';
  if (/^__\w+__$/.test(input)) return 'a special of JavaScript, which no text can be';
  if (input.startsWith('alreadyHasPhoneCode')) return 'an object of parts: no known identity is written so';
  if (field === 'dob' && input === '01-01-2028') return 'it refuses years after the next one; this has no clock';
  return null;
}

describe.skipIf(!hasMaterial)('Parameter Builder', () => {
  const { vectors } = hasMaterial
    ? materialJson<Recorded>('facts/vectors/param_builder_pii.json')
    : { vectors: {} as Recorded['vectors'] };

  it.each(Object.entries(vectors))(
    'writes every recorded %s as we say, and no exception is left unsaid',
    (name, rows) => {
      const key = keyOf[name] ?? name;
      const wrong = rows.filter((row) => {
        const form = parameterBuilderForm(key, String(row.input));
        return form !== (row.expected || null) && builderException(name, row) === null;
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.entries(vectors))('every recorded hash of %s is a right one', (name, rows) => {
    const key = keyOf[name] ?? name;
    const isHash = /^(?:[0-9a-f]{64}|[0-9a-f]{32})$/i;
    const hashed = rows.filter((row) => row.sha256 !== undefined && builderException(name, row) === null);
    const wrong = hashed.filter(({ input, sha256: hash }) => {
      const forms = legitimateForms(key, String(input));
      return !isHash.test(String(input).trim()) && !forms.some((form) => sha256(form) === hash);
    });
    expect(hashed.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});

type SdkRow = {
  impl: string;
  field: string;
  input: string | null;
  normalized?: string | null;
  sha256?: string;
  error?: true;
  valid?: true;
  passthrough?: string;
};

/** Customer fields only; these are custom data. */
const customData = new Set(['currency', 'deliveryCategoryNormalizeData']);

describe.skipIf(!hasMaterial)('the SDKs and plugins', () => {
  const rows = hasMaterial
    ? Object.values(materialJson<Record<string, unknown>>('facts/vectors/sdk_normalizers.json'))
        .filter((part) => Array.isArray(part))
        .flatMap((part) => part as SdkRow[])
        .filter(({ field }) => !customData.has(field))
    : [];

  it('what any of them makes of a value is right', () => {
    const made = rows.filter(({ normalized }) => typeof normalized === 'string' && normalized !== '');
    const wrong = made.filter((row) => {
      const forms = legitimateForms(row.field, row.input ?? '');
      return (
        !forms.includes(row.normalized ?? '') || (row.sha256 && !forms.some((form) => sha256(form) === row.sha256))
      );
    });
    expect(made.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('what none of them would send has no form; the Pixel alone turns a text without @ into an address', () => {
    // Errors of other fields are one implementation's own: what Java refuses, Parameter Builder sends.
    const refused = rows.filter(({ field, error }) => error && /^(?:em|dob[dmy])$/.test(field));
    const sent = refused.filter(({ field, input }) => {
      const forms = legitimateForms(field, input ?? '').filter((form) => !form.endsWith('@gmail.com'));
      // Python's own check asks for a dot behind the @; Meta's documents do not.
      return forms.length > 0 && input !== 'a@b';
    });
    expect(refused.length).toBeGreaterThan(10);
    expect(sent).toEqual([]);
  });

  it('an empty value or none has no form', () => {
    const empty = rows.filter(({ input }) => input === '' || input === null);
    expect(empty.length).toBeGreaterThan(5);
    expect(empty.filter(({ field, input }) => legitimateForms(field, input ?? '').length > 0)).toEqual([]);
  });

  it('what they call valid or pass on is a form of itself', () => {
    const kept = rows.filter(({ valid, passthrough }) => valid || passthrough);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter(({ field, input }) => !legitimateForms(field, input ?? '').includes(input ?? ''))).toEqual([]);
  });
});

type DocsRow = { field: string; input: string; normalized: string; sha256: string };

describe.skipIf(!hasMaterial)("Meta's documents", () => {
  const { vectors } = hasMaterial
    ? materialJson<{ vectors: DocsRow[] }>('facts/vectors/pii_docs_vectors.json')
    : { vectors: [] };

  it.each(vectors)('$field of $input is $normalized', ({ field, input, normalized, sha256: hash }) => {
    // The documented phone is a sentence without the country code in it.
    const written = field === 'ph' ? `+1 ${input.replace(/^\D+(?=\()/, '')}` : input;
    expect(documentedForm(field, written)).toBe(normalized);
    expect(sha256(documentedForm(field, written) ?? '')).toBe(hash);
  });
});

type PixelCall = {
  id: string;
  fbq_calls: unknown[][];
  requests: { url: string; body?: string; multipart_fields?: [string, string][] }[];
};

describe.skipIf(!hasMaterial)('the real script', () => {
  it('every hash that it sent for a value is a right one', () => {
    let compared = 0;
    for (const { id, fbq_calls, requests } of hasMaterial
      ? materialRows<PixelCall>('facts/vectors/fbq_wire_vectors.jsonl')
      : []) {
      const raw = Object.assign({}, ...fbq_calls.filter(([verb]) => verb === 'init').map((call) => call[2] ?? {}));
      for (const [key, hash] of requests.flatMap(sentHashes)) {
        if (!(key in keyOfShort) || typeof raw[key] !== 'string') continue;
        const forms = legitimateForms(key, raw[key]);
        const isRight = forms.some((form) => form === hash || sha256(form) === hash);
        expect([id, key, isRight || (key === 'ph' && hash === hashOfNothing)]).toEqual([id, key, true]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});

const keyOfShort = Object.fromEntries(
  Object.values(keyOf)
    .concat('ln')
    .map((key) => [key, true]),
);

/** The gateway's copy of a phone without digits: a fault of the script, which key.bad-hash tells. */
const hashOfNothing = sha256('');

function sentHashes({ url, body, multipart_fields = [] }: PixelCall['requests'][number]): [string, string][] {
  const query = [...new URL(url).searchParams];
  const form = [...new URLSearchParams(body?.startsWith('{') ? '' : body)];
  const copy = body?.startsWith('{') ? JSON.parse(body)['fb.advanced_matching'] : {};
  const listed = [...query, ...form, ...multipart_fields].flatMap(([name, value]): [string, string][] => {
    const key = /^a?ud\[(\w+)\]$/.exec(name)?.[1];
    return key === undefined ? [] : [[key, value]];
  });
  return [...listed, ...Object.entries<string>(copy ?? {})];
}
