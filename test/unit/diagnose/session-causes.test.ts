/** One cause is told once: what a finding over the session explains in many pairs is folded under it. */
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { createPairing } from '../../../shared/pair/pairing.ts';
import { foldByCause } from '../../../shared/view/group-findings.ts';
import { browserEvent, hour, judge, second, serverEvent, start } from '../../support/events.ts';

const causesOf = (findings: readonly Finding[], code: string) =>
  [...new Set(findings.filter((finding) => finding.code === code).map(({ causedBy }) => causedBy))].sort();

const roots = (findings: readonly Finding[]) => foldByCause(findings).map(({ finding }) => finding.code);

function pair(number: number, { at = start + number * 60 * second, offsetMs = 0 } = {}): TrackedEvent[] {
  const own = {
    eventId: `order-${number}`,
    customData: { value: 49.9, currency: 'EUR', order_id: String(number) },
    fbp: `fb.1.1795496100000.${number}`,
  };
  return [
    browserEvent({ ...own, id: `b${number}`, at, other: {} }),
    serverEvent({ ...own, id: `s${number}`, at: at + offsetMs, seenAt: at + second }),
  ];
}

const pairs = (count: number, offsetMs: number) =>
  Array.from({ length: count }, (_, at) => pair(at + 1, { offsetMs })).flat();

describe('a clock that is two hours fast', () => {
  it('explains that each of its events lies in the future', () => {
    const { findings } = judge(pairs(5, 2 * hour));
    expect(causesOf(findings, 'time.future')).toEqual(['time.clock-offset']);
    expect(roots(findings)).toEqual(['time.clock-offset']);
  });

  it('is not blamed before it is proven, and is blamed for the earlier pairs as soon as it is', () => {
    const pairing = createPairing();
    const diagnosis = createDiagnosis();
    const arrive = (events: TrackedEvent[]) => diagnosis.step(events, pairing.step(events));
    arrive(pairs(2, 2 * hour));
    expect(causesOf(diagnosis.findings(), 'time.future')).toEqual([null]);
    const { upserted } = arrive(pair(3, { offsetMs: 2 * hour }));
    expect(causesOf(upserted, 'time.future')).toEqual(['time.clock-offset']);
    expect(causesOf(diagnosis.findings(), 'time.future')).toEqual(['time.clock-offset']);
  });
});

it('a silent server explains the copies that are missing from its silence, and no others', () => {
  const events = Array.from({ length: 60 }, (_, at) => pair(at + 1)).flat();
  const isMissing = ({ id }: TrackedEvent) => id === 's5' || (/^s(\d+)$/.test(id) && Number(id.slice(1)) > 40);
  const { findings } = judge(events.filter((event) => !isMissing(event)));
  const missing = findings.filter(({ code }) => code === 'coverage.server-missing');
  expect(missing).toHaveLength(21);
  expect(missing.filter(({ causedBy }) => causedBy === null).map(({ events: [id] }) => id)).toEqual(['b5']);
});

it('two installs explain that an action comes from both', () => {
  const click = (id: `b${number}`, agent: string, at: number) =>
    browserEvent({ id, eventId: `${agent}-1`, at, other: { it: `17955144000${id.slice(1)}0`, a: agent } });
  const { findings } = judge([click('b1', 'theme', start), click('b2', 'gtm', start + 300)]);
  expect(causesOf(findings, 'dup.browser-twins')).toEqual(['dup.two-installs']);
  expect(roots(findings)).toEqual(['dup.two-installs']);
});

it('a refused request is folded under what makes Meta refuse it', () => {
  const rejection = { code: 100, subcode: 2804003, message: 'Invalid parameter' };
  const late = { seenAt: start + 9 * 24 * hour, outcome: 'rejected' as const, rejection };
  expect(roots(judge([serverEvent({ id: 's1', ...late })]).findings)).toEqual(['time.too-old']);
});
