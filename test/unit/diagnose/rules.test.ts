import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules as pairRules } from '../../../shared/diagnose/rules.ts';
import { sessionRules } from '../../../shared/diagnose/session-rules.ts';
import { codesOf, judge } from '../../support/events.ts';
import { hasMaterial, material } from '../../support/material.ts';
import { cases } from './cases.ts';

const rules = [...pairRules, ...sessionRules];

describe.each(Object.entries(cases))('%s', (code, { fires, silent }) => {
  it.each(fires)(`${code} is found: $name`, ({ events, signs = [], options }) => {
    expect(codesOf(events, { ...options, signs })).toContain(code);
  });

  it.each(silent)(`${code} is not claimed: $name`, ({ events, signs = [], options }) => {
    expect(codesOf(events, { ...options, signs })).not.toContain(code);
  });
});

it.each(rules)('the cases of $code fail when its rule is taken out', ({ code }) => {
  const others = {
    rules: pairRules.filter((rule) => rule.code !== code),
    sessionRules: sessionRules.filter((rule) => rule.code !== code),
  };
  for (const { events, signs = [], options } of cases[code]?.fires ?? []) {
    expect(codesOf(events, { ...options, ...others, signs })).not.toContain(code);
  }
});

it('every finding carries what its rule rests on', () => {
  const [finding] = judge(cases['id.mismatch']?.fires[0]?.events ?? []).findings;
  expect(finding).toMatchObject({ source: 'Meta: Deduplicate Pixel and server events', confidence: 'high' });
});

it('a healthy pair has no finding at all', () => {
  expect(codesOf(cases['id.mismatch']?.silent[0]?.events ?? [])).toEqual([]);
});

it('what follows from a cause is folded under it', () => {
  const { findings } = judge(cases['id.mismatch']?.fires[0]?.events ?? []);
  const double = findings.find(({ code }) => code === 'dup.double-counted');
  expect(double?.causedBy).toBe('id.mismatch');
});

it('a refused request is told once, with all its events', () => {
  const [first] = cases['delivery.rejected']?.fires[0]?.events ?? [];
  const second = {
    ...first,
    id: 's2',
    eventId: 'order-1002',
    customData: { value: 1, currency: 'EUR' },
  } as typeof first;
  if (first === undefined || second === undefined) throw new Error('the case is gone');
  const rejected = judge([first, second]).findings.filter(({ code }) => code === 'delivery.rejected');
  expect(rejected.map(({ events }) => events)).toEqual([['s1', 's2']]);
});

it('a retry after a refusal is information, a plain second send a warning', () => {
  const severityOf = (outcome: 'rejected' | 'accepted') => {
    const [first, again] = cases['dup.server-repeat']?.fires[0]?.events ?? [];
    const events = [
      { ...first, outcome },
      { ...again, at: first?.at },
    ] as NonNullable<typeof first>[];
    return judge(events).findings.find(({ code }) => code === 'dup.server-repeat')?.severity;
  };
  expect([severityOf('rejected'), severityOf('accepted')]).toEqual(['info', 'warning']);
});

describe('the specification', () => {
  const spec = readFileSync(new URL('../../../shared/diagnose/SPEC.md', import.meta.url), 'utf8');
  const specified = [...spec.matchAll(/^\| `([a-z]+\.[a-z-]+)` \|/gm)].map(([, code]) => code).sort();
  const codes = rules.map(({ code }) => code).sort();

  it('names every rule, and no rule that is not there', () => {
    expect(specified).toEqual(codes);
  });

  it('has a test for every rule', () => {
    expect(Object.keys(cases).sort()).toEqual(codes);
  });

  it.each(rules)('tells source and confidence of $code as the rule does', ({ code, severity, source, confidence }) => {
    const row = spec.split('\n').find((line) => line.startsWith(`| \`${code}\` |`));
    const cells = row?.split(' | ') ?? [];
    expect([cells[1], ...cells.slice(-2)]).toEqual([severity, source, `${confidence} |`]);
  });

  it.skipIf(!hasMaterial)('keeps to the codes and severities of FINDINGS.md', () => {
    const listed = new Map(
      [...readFileSync(material('contract/FINDINGS.md'), 'utf8').matchAll(/^\| ([a-z. /-]+) \| ([EWI]) \|/gm)].flatMap(
        ([, names = '', letter = '']) => namesIn(names).map((name) => [name, letter] as const),
      ),
    );
    const letter = { error: 'E', warning: 'W', info: 'I' };
    for (const { code, severity } of rules) expect([code, listed.get(code)]).toEqual([code, letter[severity]]);
  });
});

/** `key.missing-ip / key.missing-user-agent`: several codes may share a line. */
function namesIn(text: string): string[] {
  return text.split('/').map((name) => name.trim());
}
