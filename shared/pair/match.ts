/** P2 and P3: joins what exact ids left alone, best edge first, the same for every order of arrival. */
import type { Evidence } from '../model/pair.ts';
import { weigh } from './evidence.ts';
import { linkKeys } from './link-keys.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { isOneSided, joinUnits, leadOf, type Unit } from './unit.ts';

type Edge = { browser: Unit; server: Unit; points: number; gapMs: number; evidence: Evidence[] };

/** P2: greedy over all edges by (order agreement, content agreement, gap); a strict order makes it unique. */
export function joinFallback(units: Unit[]): void {
  const edges = edgesBetween(units, fallbackEdge);
  edges.sort((a, b) => b.points - a.points || a.gapMs - b.gapMs || compareUnits(a, b));
  for (const { browser, server, evidence } of edges) {
    if (isFree(browser) && isFree(server)) joinUnits(browser, server, { rule: 'P2', evidence });
  }
}

/** P3 and P4: rounds of mutual best edges with a clear lead, until nothing more can be decided. */
export function joinByEvidence(units: Unit[]): void {
  const edges = edgesBetween(units, evidenceEdge);
  let open = edges;
  let hasJoined = true;
  while (hasJoined) {
    hasJoined = false;
    const byUnit = groupByUnit(open);
    for (const edge of open) {
      if (!isFree(edge.browser) || !isFree(edge.server)) continue;
      if (!isClearBest(edge, byUnit.get(edge.browser)) || !isClearBest(edge, byUnit.get(edge.server))) continue;
      joinUnits(edge.browser, edge.server, { rule: 'P3', evidence: edge.evidence });
      hasJoined = true;
    }
    open = open.filter(({ browser, server }) => isFree(browser) && isFree(server));
  }
  nameCandidates(open);
}

function isFree(unit: Unit): boolean {
  return unit.rule === null && (unit.browser.length > 0 || unit.server.length > 0) && isOneSided(unit);
}

/** Every browser–server pair of free units that share a link key, once. Twins stand behind the first of their action. */
function edgesBetween(units: Unit[], edgeOf: (browser: Unit, server: Unit) => Edge | null): Edge[] {
  const servers = new Map<string, Unit[]>();
  for (const unit of units.filter((each) => isFree(each) && each.server.length > 0)) {
    for (const key of linkKeys(leadOf(unit))) servers.set(key, [...(servers.get(key) ?? []), unit]);
  }
  return units
    .filter((each) => isFree(each) && each.browser.length > 0)
    .flatMap((browser) => {
      const candidates = new Set(linkKeys(leadOf(browser)).flatMap((key) => servers.get(key) ?? []));
      return [...candidates].map((server) => edgeOf(browser, server)).filter((edge) => edge !== null);
    });
}

function fallbackEdge(browser: Unit, server: Unit): Edge | null {
  const [left, right] = [leadOf(browser), leadOf(server)];
  if (left.event.eventId !== null && right.event.eventId !== null) return null;
  if (left.dataset !== right.dataset || left.event.eventName !== right.event.eventName) return null;
  const gapMs = right.receivedAt - left.receivedAt;
  if (gapMs < 0 || gapMs > pairThresholds.dedupWindowMs) return null;
  const key = sharedVisitorKey(left, right);
  const hasOtherOrder =
    left.orders[0] !== undefined && right.orders[0] !== undefined && left.orders[0] !== right.orders[0];
  if (key === null || hasOtherOrder) return null;
  const points = agreementRank(left, right);
  return { browser, server, points, gapMs, evidence: [key] };
}

/** Meta favours external_id and takes fbp where it is absent. */
function sharedVisitorKey(left: Traits, right: Traits): Evidence | null {
  const external = left.externalIds.find((id) => right.externalIds.includes(id));
  if (external !== undefined) return { kind: 'external_id', browser: external, server: external };
  if (left.fbp === null || left.fbp !== right.fbp) return null;
  return { kind: 'fbp', browser: left.fbp, server: left.fbp };
}

function agreementRank(left: Traits, right: Traits): number {
  const order = left.orders[0] !== undefined && left.orders[0] === right.orders[0] ? 4 : 0;
  const content = left.contentIds === right.contentIds ? 2 : 0;
  return order + content + (left.page === right.page ? 1 : 0);
}

function evidenceEdge(browser: Unit, server: Unit): Edge | null {
  const weighed = weigh(leadOf(browser), leadOf(server));
  return weighed === null || weighed.points < pairThresholds.joinPoints ? null : { browser, server, ...weighed };
}

/** True where the edge leads every other open edge of the unit; twins of one action do not compete. */
function isClearBest(edge: Edge, others: Edge[] = []): boolean {
  return others.every((other) => {
    if (other === edge || !isFree(other.browser) || !isFree(other.server)) return true;
    if (edge.points - other.points >= pairThresholds.leadPoints) return true;
    return isLaterTwin(other, edge) && edge.points >= other.points - pairThresholds.leadPoints;
  });
}

/** The other edge differs only in that it leads to a later send of the same action. */
function isLaterTwin(other: Edge, edge: Edge): boolean {
  const isBehind = (unit: Unit, first: Unit) => unit === first || unit.twinOf === first;
  return isBehind(other.browser, edge.browser) && isBehind(other.server, edge.server);
}

function groupByUnit(edges: Edge[]): Map<Unit, Edge[]> {
  const groups = new Map<Unit, Edge[]>();
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
function nameCandidates(open: Edge[]): void {
  for (const [unit, edges] of groupByUnit(open)) {
    const best = Math.max(...edges.map((edge) => edge.points));
    const close = edges.filter((edge) => best - edge.points < pairThresholds.leadPoints);
    unit.candidates = close.map((edge) => (edge.browser === unit ? edge.server : edge.browser));
  }
}

function compareUnits(a: Edge, b: Edge): number {
  return compareTraits(leadOf(a.browser), leadOf(b.browser)) || compareTraits(leadOf(a.server), leadOf(b.server));
}

/** Canonical order: time, then side, then number. Arrival order never shows. */
export function compareTraits(a: Traits, b: Traits): number {
  return a.event.at - b.event.at || compareIds(a.event.id, b.event.id);
}

/** `b2` before `b10` before `s1`. */
export function compareIds(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1));
}
