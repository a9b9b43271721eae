/** Do both copies of an action say the same? Field by field, over the pairs that have both sides. */
import { diagnoseThresholds } from '../diagnose/thresholds.ts';
import { isGiven, readAmountLoosely } from '../meta/money.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { Json } from '../model/json.ts';
import type { Pair } from '../model/pair.ts';
import type { FieldAgreement, Scores } from '../report/report.ts';
import type { EventsById } from './count-parts.ts';
import { inWords, score } from './share.ts';

/** Null where neither copy carries the field, or a source does not show it. */
type Agreement = boolean | null;
type Compare = (browser: TrackedEvent, server: TrackedEvent) => Agreement;

const fields: Record<FieldAgreement['field'], Compare> = {
  event_id: ({ eventId: left }, { eventId: right }) => (left === null && right === null ? null : left === right),
  event_name: ({ eventName: left }, { eventName: right }) => left === right,
  value: (browser, server) => compareCustom('value', isSameAmount)(browser, server),
  currency: (browser, server) => compareCustom('currency', isSameCode)(browser, server),
};

/** Pairs in which one id stands for several actions are left out: their copies need not be of the same one. */
export function consistency(pairs: readonly Pair[], events: EventsById): Scores['consistency'] {
  const names = Object.keys(fields) as FieldAgreement['field'][];
  const byField = names.map((field): FieldAgreement => ({ field, agree: 0, of: 0, pairs: [] }));
  let [joined, agreeing] = [0, 0];
  for (const pair of pairs) {
    const copies = firstCopies(pair, events);
    if (copies === null) continue;
    joined += 1;
    const results = byField.map((row) => addTo(row, fields[row.field](...copies), pair.key));
    if (results.every((isSame) => isSame !== false)) agreeing += 1;
  }
  const counts = byField.map(({ field, agree, of }) => `${field} ${inWords(agree, of)}`).join(', ');
  const note = `In ${inWords(agreeing, joined)} pairs with both copies these agree: ${counts}.`;
  return { ...score(agreeing, joined, note), byField };
}

function firstCopies({ browser, server, actions }: Pair, events: EventsById): [TrackedEvent, TrackedEvent] | null {
  const [left, right] = [events.get(browser[0] ?? ''), events.get(server[0] ?? '')];
  return left && right && actions === 1 ? [left, right] : null;
}

function addTo(row: FieldAgreement, isSame: Agreement, pair: string): Agreement {
  if (isSame === null) return null;
  row.of += 1;
  if (isSame) row.agree += 1;
  else row.pairs.push(pair);
  return isSame;
}

function compareCustom(name: string, isSame: (left: Json, right: Json) => boolean): Compare {
  return (browser, server) => {
    if (server.side === 'server' && !server.shows.customData) return null;
    const [left, right] = [browser.customData[name], server.customData[name]];
    if (!isGiven(left) && !isGiven(right)) return null;
    return isGiven(left) && isGiven(right) && isSame(left, right);
  };
}

/** Amounts are compared as a person means them, so that `49.90` and 49.9 agree; what is none, as text. */
function isSameAmount(left: Json, right: Json): boolean {
  const [one, other] = [readAmountLoosely(left), readAmountLoosely(right)];
  if (one === null || other === null) return JSON.stringify(left) === JSON.stringify(right);
  return Math.abs(one - other) < diagnoseThresholds.valueTolerance;
}

function isSameCode(left: Json, right: Json): boolean {
  return String(left).trim().toUpperCase() === String(right).trim().toUpperCase();
}
