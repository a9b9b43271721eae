/** P6 to P8: turns a unit into the pair that people see. */
import { countsAtMeta, type EventId } from '../model/event.ts';
import type { Pair, PairRule, Verdict } from '../model/pair.ts';
import { compareIds } from './match.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { leadOf, type Unit } from './unit.ts';
import { explain } from './why.ts';

export function toPair(unit: Unit): Pair {
  const lead = leadOf(unit);
  const verdict = verdictOf(unit);
  const [browser, server] = [unit.browser[0], unit.server[0]];
  const gapMs = browser && server ? server.event.at - browser.event.at : null;
  return {
    key: keyOf(unit),
    datasetId: lead.dataset,
    eventName: lead.event.eventName,
    verdict,
    rule: unit.rule,
    browser: idsOf(unit.browser),
    server: idsOf(unit.server),
    order: [...unit.browser, ...unit.server].find((each) => each.orderText !== null)?.orderText ?? null,
    gapMs,
    kept: keptCopy(unit, verdict),
    counted: countedAtMeta(unit, verdict),
    actions: actionsIn(unit),
    repeatOf: unit.twinOf === null ? null : keyOf(unit.twinOf),
    evidence: unit.evidence,
    why: explain(unit, { verdict, gapMs }),
    at: Math.min(...[...unit.browser, ...unit.server].map(({ event }) => event.at)),
    candidates: unit.candidates.map(keyOf).sort(),
  };
}

/** Stable while the unit grows: its lowest browser number, else its lowest server number. */
export function keyOf(unit: Unit): string {
  const ids = (unit.browser.length > 0 ? unit.browser : unit.server).map(({ event }) => event.id);
  return `pair-${ids.sort(compareIds)[0]}`;
}

function verdictOf({ browser, server, rule }: Unit): Verdict {
  const hasBrowser = browser.some(({ event }) => countsAtMeta(event));
  const hasServer = server.some(({ event }) => countsAtMeta(event));
  if (hasBrowser && hasServer) return joinedVerdict(rule);
  if (hasBrowser) return 'browser-only';
  if (hasServer) return 'server-only';
  return browser.length > 0 ? 'browser-only' : 'server-only';
}

function joinedVerdict(rule: PairRule | null): Verdict {
  return rule === 'P1' ? 'deduplicated' : rule === 'P2' ? 'fallback' : 'double-counted';
}

function countedAtMeta({ browser, server }: Unit, verdict: Verdict): number {
  if (verdict === 'double-counted') return 2;
  return [...browser, ...server].some(({ event }) => countsAtMeta(event)) ? 1 : 0;
}

/** P7. Null where both count (nothing is dropped) or nothing arrived. */
function keptCopy(unit: Unit, verdict: Verdict): EventId | null {
  const counting = (side: Traits[]) => side.filter(({ event }) => countsAtMeta(event));
  const [browser] = counting(unit.browser);
  const [server] = counting(unit.server);
  if (verdict === 'double-counted') return null;
  if (!browser || !server) return (browser ?? server)?.event.id ?? null;
  if (verdict === 'fallback') return browser.event.id;
  const isClose = Math.abs(server.receivedAt - browser.receivedAt) <= pairThresholds.browserFavouredMs;
  return isClose || browser.receivedAt <= server.receivedAt ? browser.event.id : server.event.id;
}

/** P8: one id that swallowed several actions: other orders, or other visitors in the browser. */
export function actionsIn({ browser, server }: Unit): number {
  const distinct = (values: (string | null | undefined)[]) => new Set(values.filter((value) => value != null)).size;
  const orders = distinct([...browser, ...server].map(({ orders: [order] }) => order));
  return Math.max(1, orders, distinct(browser.map(({ fbp }) => fbp)));
}

function idsOf(side: Traits[]): EventId[] {
  return side.map(({ event }) => event.id);
}
