/** Whole events for tests of the engine: everything that a test does not care about is a healthy default. */

import { createDiagnosis, type DiagnosisOptions } from '../../shared/diagnose/diagnosis.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { Sign } from '../../shared/model/sign.ts';
import { createPairing } from '../../shared/pair/pairing.ts';

/** 2026-11-24T10:00:00Z, when every test's visit begins. */
export const start = Date.UTC(2026, 10, 24, 10);
export const second = 1000;
export const hour = 3600 * second;

export const visitor = {
  fbp: 'fb.1.1795496100000.123456789012345678',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  em: '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
};

const order = { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001' };

/** A Purchase on the thank-you page, sent and answered. */
export function browserEvent(own: Partial<BrowserEvent> & Pick<BrowserEvent, 'id'>): BrowserEvent {
  return {
    side: 'browser',
    datasetId: '1234567890',
    eventName: 'Purchase',
    eventId: 'order-1001',
    role: 'event',
    at: start,
    hasOwnTime: true,
    seenAt: (own.at ?? start) + 40,
    source: { input: 0, at: `capture ${own.id.slice(1)}` },
    url: 'https://shop.example/thanks',
    userAgent: visitor.userAgent,
    fbp: visitor.fbp,
    fbc: null,
    userData: { em: [visitor.em] },
    customData: { ...order, value: '49.9' },
    other: { it: '1795514400000' },
    damage: [],
    fact: `0:capture ${own.id.slice(1)}`,
    outcome: 'sent',
    answer: '200',
    transport: 'image',
    ...own,
  };
}

/** Its server twin, accepted. */
export function serverEvent(own: Partial<ServerEvent> & Pick<ServerEvent, 'id'>): ServerEvent {
  const at = own.at ?? start + 2 * second;
  return {
    side: 'server',
    datasetId: '1234567890',
    eventName: 'Purchase',
    eventId: 'order-1001',
    role: 'event',
    at,
    hasOwnTime: true,
    seenAt: at + 300,
    source: { input: 1, at: `request ${own.id.slice(1)} event 1` },
    url: 'https://shop.example/thanks',
    userAgent: visitor.userAgent,
    fbp: visitor.fbp,
    fbc: null,
    userData: { em: [visitor.em] },
    customData: order,
    other: {},
    damage: [],
    fact: `1:request ${own.id.slice(1)}`,
    outcome: 'accepted',
    answer: '200',
    actionSource: 'website',
    ip: '203.0.113.7',
    testEventCode: null,
    shows: { userData: true, customData: true },
    request: `1:request ${own.id.slice(1)}`,
    rejection: null,
    ...own,
  };
}

export type JudgeOptions = DiagnosisOptions & { signs?: readonly Sign[] };

/** Pairs and findings of these events and signs, taken in the given order. */
export function judge(
  events: readonly TrackedEvent[],
  { signs = [], ...options }: JudgeOptions = {},
): { pairs: Pair[]; findings: Finding[] } {
  const pairing = createPairing();
  const diagnosis = createDiagnosis(options);
  diagnosis.step(events, pairing.step(events), signs);
  const pairs = pairing.pairs().sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return { pairs, findings: diagnosis.findings() };
}

export function codesOf(events: readonly TrackedEvent[], options: JudgeOptions = {}): string[] {
  return judge(events, options)
    .findings.map(({ code }) => code)
    .sort();
}
