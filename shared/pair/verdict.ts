/** P6 to P8: turns a unit into the pair that people see. */
import { countsAtMeta, type EventId } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { Pair, PairRule, Verdict } from '../model/pair.ts';
import { standInOf } from './stand-ins.ts';
import { pairThresholds } from './thresholds.ts';
import { type Member, orderTextOf, receivedAt, traitsOf } from './traits.ts';
import { compareIds, headOf, leadOf, type Unit } from './unit.ts';
import { explain } from './why.ts';

/** What P1, P2 or P3 joined, as one action: the events of a unit and of its partner. */
export type Joined = { browser: readonly Member[]; server: readonly Member[]; rule: PairRule | null; unit: Unit };

export function toPair(head: Unit): Pair {
  const joined = join(head);
  const lead = leadOf(head);
  const verdict = verdictOf(joined);
  const [browser, server] = [joined.browser[0], joined.server[0]];
  const repeatOf = firstOfAction(head);
  const gapMs = browser && server ? server.event.at - browser.event.at : null;
  return {
    key: keyOf(head),
    datasetId: lead.dataset,
    eventName: lead.event.eventName,
    verdict,
    rule: joined.rule,
    browser: idsOf(joined.browser),
    server: idsOf(joined.server),
    order: firstOrder(joined.browser) ?? firstOrder(joined.server),
    gapMs,
    kept: keptCopy(joined, verdict),
    counted: countedAtMeta(joined, verdict),
    actions: actionsIn(joined),
    repeatOf,
    evidence: head.joinedBy?.evidence ?? [],
    why: explain(joined, { verdict, gapMs, isRepeat: repeatOf !== null }),
    at: Math.min(firstAt(joined.browser), firstAt(joined.server)),
    candidates: head.candidates.map(keyOf).sort(),
  };
}

function join(unit: Unit): Joined {
  const { partner, joinedBy } = unit;
  const browser = partner === null ? unit.browser : [...unit.browser, ...partner.browser];
  const server = partner === null ? unit.server : [...unit.server, ...partner.server];
  const isExact = unit.browser.length > 0 && unit.server.length > 0;
  return { browser, server, rule: isExact ? 'P1' : (joinedBy?.rule ?? null), unit };
}

/** P5: either copy may be one of several sends; where both are, the browser's tells. */
function firstOfAction(head: Unit): string | null {
  const isOfSeveral = ({ twinOf, twins }: Unit) => twinOf !== null || (twins !== null && twins.later.size > 0);
  const unit = [head, head.partner].find((each) => each !== null && isOfSeveral(each)) ?? null;
  const standing = unit === null ? head : headOf(standInOf(unit));
  return standing === head ? null : keyOf(standing);
}

function firstOrder(side: readonly Member[]): string | null {
  for (const { event } of side) {
    const order = orderTextOf(event);
    if (order !== null) return order;
  }
  return null;
}

function firstAt(side: readonly Member[]): TimeMs {
  return side.reduce((first, { event }) => Math.min(first, event.at), Number.POSITIVE_INFINITY);
}

/** Stable while the unit grows: its lowest browser number, else its lowest server number. */
function keyOf(unit: Unit): string {
  const members = unit.browser.length > 0 ? unit.browser : unit.server;
  const ids = members.map(({ event }) => event.id);
  return `pair-${ids.reduce((lowest, id) => (compareIds(id, lowest) < 0 ? id : lowest))}`;
}

function verdictOf({ browser, server, rule }: Joined): Verdict {
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

function countedAtMeta({ browser, server }: Joined, verdict: Verdict): number {
  if (verdict === 'double-counted') return 2;
  return [...browser, ...server].some(({ event }) => countsAtMeta(event)) ? 1 : 0;
}

/** P7. Null where both count (nothing is dropped) or nothing arrived. */
function keptCopy(unit: Joined, verdict: Verdict): EventId | null {
  const counting = (side: readonly Member[]) => side.filter(({ event }) => countsAtMeta(event));
  const [browser] = counting(unit.browser);
  const [server] = counting(unit.server);
  if (verdict === 'double-counted') return null;
  if (!browser || !server) return (browser ?? server)?.event.id ?? null;
  if (verdict === 'fallback') return browser.event.id;
  const serverLaterMs = receivedAt(server.event) - receivedAt(browser.event);
  return serverLaterMs >= -pairThresholds.browserFavouredMs ? browser.event.id : server.event.id;
}

/**
 * P8: one id that swallowed several actions: other orders on one side, or other visitors in the browser. Two sides that
 * number one order differently are no two actions.
 */
function actionsIn({ browser, server }: Joined): number {
  const orders = [browser, server].map((side) => distinct(side, 'order'));
  return Math.max(1, ...orders, distinct(browser, 'fbp'));
}

/** How many different values the events have, where there are several events. */
function distinct(side: readonly Member[], trait: 'order' | 'fbp'): number {
  if (side.length <= 1) return side.length;
  const values = new Set(side.map((member) => traitsOf(member)[trait]));
  return values.size - Number(values.has(null));
}

function idsOf(side: readonly Member[]): EventId[] {
  return side.map(({ event }) => event.id);
}
