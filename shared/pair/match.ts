/** P2, P3 and P4 over a set of free units that can only be joined among themselves. */
import type { Evidence } from '../model/pair.ts';
import { haveOtherOrders, isElsewhere, weigh } from './evidence.ts';
import { relateIds } from './id-forms.ts';
import { isServerFirst } from './server-first.ts';
import { isTaken } from './stand-ins.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { compareReceipt, leadOf, leadTraits, type Unit } from './unit.ts';

/** A browser unit and a server unit that a rule may join. */
export type Edge = {
  browser: Unit;
  server: Unit;
  /** P2: rank, gap and the shared key; null where Meta would not join them by fallback. */
  fallback: { rank: number; gapMs: number; evidence: Evidence } | null;
  /** P3: points and evidence; null below the threshold or under a veto. */
  weighed: { points: number; evidence: Evidence[] } | null;
};

/** Null where no rule can join the two. */
export function edgeBetween(browser: Unit, server: Unit): Edge | null {
  const [left, right] = [leadTraits(browser), leadTraits(server)];
  const fallback = fallbackOf(left, right);
  const found = weigh(left, right);
  const weighed = found !== null && found.points >= pairThresholds.joinPoints ? found : null;
  return fallback === null && weighed === null ? null : { browser, server, fallback, weighed };
}

/** Joins what can be joined. `edges` are all edges of these units; the result does not depend on their order. */
export function joinAll(edges: readonly Edge[]): void {
  if (edges.length === 0) return;
  const sorted = [...edges].sort(compareEdges);
  joinFallback(sorted);
  joinByEvidence(sorted);
}

/**
 * P2: greedy over all edges by (id, order and content agreement, what arrived first, first sends first, gap); a strict
 * order makes it unique.
 */
function joinFallback(edges: readonly Edge[]): void {
  const possible = edges.flatMap(({ browser, server, fallback }) =>
    fallback ? [{ browser, server, ...fallback }] : [],
  );
  const isAgain = ({ browser, server }: Pick<Edge, 'browser' | 'server'>) =>
    Number(browser.twinOf !== null) + Number(server.twinOf !== null);
  const lost = ({ browser, server }: Pick<Edge, 'browser' | 'server'>) =>
    Number(!isTaken(browser)) + Number(!isTaken(server));
  possible.sort((a, b) => b.rank - a.rank || lost(a) - lost(b) || isAgain(a) - isAgain(b) || a.gapMs - b.gapMs);
  for (const { browser, server, evidence } of possible) {
    if (isOpen(browser, server)) join(browser, server, { rule: 'P2', evidence: [evidence] });
  }
}

type Weighty = { browser: Unit; server: Unit; points: number; evidence: Evidence[] };

/** P3 and P4: rounds of mutual best edges with a clear lead, until nothing more can be decided. */
function joinByEvidence(edges: readonly Edge[]): void {
  let open = edges.flatMap(({ browser, server, weighed }): Weighty[] =>
    weighed ? [{ browser, server, ...weighed }] : [],
  );
  for (let hasJoined = true; hasJoined; ) {
    hasJoined = false;
    open = open.filter(({ browser, server }) => isOpen(browser, server));
    const byUnit = groupByUnit(open);
    for (const edge of open) {
      const { browser, server, evidence } = edge;
      if (!isOpen(browser, server) || !isClearBest(edge, byUnit.get(browser)) || !isClearBest(edge, byUnit.get(server)))
        continue;
      join(browser, server, { rule: 'P3', evidence });
      hasJoined = true;
    }
  }
  nameCandidates(open);
}

function isOpen(browser: Unit, server: Unit): boolean {
  return browser.partner === null && server.partner === null;
}

function join(browser: Unit, server: Unit, how: NonNullable<Unit['joinedBy']>): void {
  browser.partner = server;
  server.partner = browser;
  browser.joinedBy = how;
  server.joinedBy = how;
}

function fallbackOf(left: Traits, right: Traits): Edge['fallback'] {
  if (left.event.eventId !== null && right.event.eventId !== null) return null;
  if (left.dataset !== right.dataset || left.event.eventName !== right.event.eventName) return null;
  const gapMs = right.receivedAt - left.receivedAt;
  if (isServerFirst(left.event, right.event) || gapMs > pairThresholds.dedupWindowMs || haveOtherOrders(left, right))
    return null;
  if (isElsewhere(left, right) && agreementRank(left, right) < orderRank) return null;
  const evidence = sharedVisitorKey(left, right);
  return evidence === null ? null : { rank: agreementRank(left, right), gapMs, evidence };
}

/** Meta favours external_id and takes fbp where it is absent. */
function sharedVisitorKey(left: Traits, right: Traits): Evidence | null {
  const external = left.externalIds.find((id) => right.externalIds.includes(id));
  if (external !== undefined) return { kind: 'external_id', browser: external, server: external };
  if (left.fbp === null || left.fbp !== right.fbp) return null;
  return { kind: 'fbp', browser: left.fbp, server: left.fbp };
}

const orderRank = 4;

function agreementRank(left: Traits, right: Traits): number {
  const id = isSameIdSomewhere(left, right) ? 8 : 0;
  const order = left.order !== null && left.order === right.order ? orderRank : 0;
  const content = left.contentIds === right.contentIds ? 2 : 0;
  return id + order + content + (left.page === right.page ? 1 : 0);
}

/** One of them holds the id where Meta does not read it. */
function isSameIdSomewhere(left: Traits, right: Traits): boolean {
  const [a, b] = [left.event.eventId ?? left.misplacedId, right.event.eventId ?? right.misplacedId];
  return a !== null && b !== null && relateIds(a, b) !== 'unrelated';
}

/** True where the edge leads every other open edge of the unit; twins of one action do not compete. */
function isClearBest(edge: Weighty, others: readonly Weighty[] = []): boolean {
  return others.every((other) => {
    if (other === edge || !isOpen(other.browser, other.server)) return true;
    if (edge.points - other.points >= pairThresholds.leadPoints) return true;
    return isLaterTwin(other, edge) && edge.points >= other.points - pairThresholds.leadPoints;
  });
}

/** The other edge differs only in that it leads to a later send of the same action. */
function isLaterTwin(other: Weighty, edge: Weighty): boolean {
  const isBehind = (unit: Unit, first: Unit) => unit === first || unit.twinOf === first;
  return isBehind(other.browser, edge.browser) && isBehind(other.server, edge.server);
}

function groupByUnit(edges: readonly Weighty[]): Map<Unit, Weighty[]> {
  const groups = new Map<Unit, Weighty[]>();
  for (const edge of edges) {
    for (const unit of [edge.browser, edge.server]) {
      const group = groups.get(unit);
      if (group) group.push(edge);
      else groups.set(unit, [edge]);
    }
  }
  return groups;
}

/** P4: what stays open was too close to call; each side names the others. */
function nameCandidates(open: readonly Weighty[]): void {
  for (const [unit, edges] of groupByUnit(open)) {
    const best = edges.reduce((most, { points }) => Math.max(most, points), Number.NEGATIVE_INFINITY);
    const close = edges.filter(({ points }) => best - points < pairThresholds.leadPoints);
    unit.candidates = close.map(({ browser, server }) => (browser === unit ? server : browser));
  }
}

function compareEdges(a: Edge, b: Edge): number {
  return compareReceipt(leadOf(a.browser), leadOf(b.browser)) || compareReceipt(leadOf(a.server), leadOf(b.server));
}
