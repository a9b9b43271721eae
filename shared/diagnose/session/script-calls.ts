/** Calls for Meta's script and for datasets' configurations, with what followed them on the page. */
import type { TrackedEvent } from '../../model/event.ts';
import type { PageNote, ScriptCall, Sign } from '../../model/sign.ts';
import { pageOf } from '../../pair/traits.ts';
import type { SessionView } from '../rule.ts';
import type { News, Tracker } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { compareMoments, createOrdered, type Moment, type Ordered } from './ordered.ts';

/** Calls for one dataset's configuration from one page, as far as no event of the dataset followed them. */
export type ConfigCalls = {
  datasetId: string;
  page: string | null;
  /** In order of time; answered or not. */
  unfollowed: TimedCall[];
  /** Near these calls: other datasets' configurations that did not arrive, console lines, policy reports. */
  otherFailures: ScriptCall[];
  notes: PageNote[];
};

/** Calls for fbevents.js from one page. */
export type LoaderCalls = { page: string | null; calls: TimedCall[] };

export type TimedCall = ScriptCall & { at: number };

export function trackLoaders(): Tracker<LoaderCalls> {
  const byPage = new Map<string, Map<string, TimedCall>>();
  return {
    take({ signs }) {
      const touched = new Set<string>();
      for (const call of signs.filter((sign) => isTimedCall(sign, 'loader'))) {
        const name = pageName(call);
        byPage.set(name, (byPage.get(name) ?? new Map()).set(call.key, call));
        touched.add(name);
      }
      return touched;
    },
    subject(name) {
      const calls = [...(byPage.get(name)?.values() ?? [])].sort(compareCalls);
      return calls[0] === undefined ? null : { page: calls[0].page, calls };
    },
  };
}

type Dataset = {
  configs: Map<string, TimedCall>;
  starts: Ordered<Moment>;
  /** When its events left the browser, copies and automatic ones too. */
  sent: Ordered<Moment>;
  /** Keys of the configs that no event followed, as far as is known. */
  unfollowed: Set<string>;
};

/**
 * Datasets without a configuration call are passed over. Most calls are followed by an event at once; only those that
 * are not are looked at again.
 */
export function trackConfigs(): Tracker<ConfigCalls> {
  const datasets = new Map<string, Dataset>();
  const failures = new Map<string, TimedCall>();
  const notes = new Map<string, PageNote>();

  function take({ events, signs }: News, session: SessionView): Set<string> {
    const changed = events.flatMap((event) => (noteSent(event) ? [event.datasetId ?? ''] : []));
    for (const sign of signs) takeSign(sign, session);
    const touched = new Set<string>();
    for (const id of signs.length > 0 ? datasets.keys() : new Set(changed)) touchAll(id, touched);
    return touched;
  }

  function takeSign(sign: Sign, session: SessionView): void {
    if (isTimedCall(sign, 'config')) takeConfig(sign, session);
    if (sign.kind === 'console' || sign.kind === 'csp') notes.set(sign.key, sign);
  }

  /** True where the event belongs to a dataset that is watched. */
  function noteSent(event: TrackedEvent): boolean {
    const dataset = event.side === 'browser' ? datasets.get(event.datasetId ?? '') : undefined;
    if (dataset === undefined) return false;
    const moment = { at: event.seenAt ?? event.at, key: event.id };
    dataset.sent.remove(moment);
    dataset.sent.add(moment);
    return true;
  }

  function open(id: string, session: SessionView): Dataset {
    const [starts, sent] = [createOrdered<Moment>(compareMoments), createOrdered<Moment>(compareMoments)];
    const dataset: Dataset = { configs: new Map(), starts, sent, unfollowed: new Set() };
    datasets.set(id, dataset);
    for (const event of session.events()) if (event.datasetId === id) noteSent(event);
    return dataset;
  }

  function takeConfig(call: TimedCall, session: SessionView): void {
    const dataset = datasets.get(call.datasetId ?? '') ?? open(call.datasetId ?? '', session);
    if (didNotArrive(call)) failures.set(call.key, call);
    else failures.delete(call.key);
    const before = dataset.starts.before(call);
    const isNew = !dataset.configs.has(call.key);
    dataset.configs.set(call.key, call);
    if (isNew) dataset.starts.add({ at: call.at, key: call.key });
    for (const key of [call.key, before?.key]) if (key !== undefined) dataset.unfollowed.add(key);
  }

  /** Forgets those that were followed, and names the pages of all that were looked at. */
  function touchAll(id: string, touched: Set<string>): void {
    const dataset = datasets.get(id);
    if (dataset === undefined) return;
    for (const key of dataset.unfollowed) {
      const call = dataset.configs.get(key);
      if (call === undefined) continue;
      touched.add(`${id} ${pageName(call)}`);
      if (isFollowed(dataset, call)) dataset.unfollowed.delete(key);
    }
  }

  function subject(name: string): ConfigCalls | null {
    const datasetId = name.slice(0, name.indexOf(' '));
    const dataset = datasets.get(datasetId);
    if (dataset === undefined) return null;
    const all = [...dataset.unfollowed].flatMap((key) => dataset.configs.get(key) ?? []).sort(compareCalls);
    const unfollowed = all.filter((call) => `${datasetId} ${pageName(call)}` === name);
    const [first] = unfollowed;
    if (first === undefined) return null;
    const isNear = (sign: Sign) => unfollowed.some((call) => isAround(call, sign));
    const otherFailures = [...failures.values()].filter((call) => call.datasetId !== datasetId && isNear(call));
    const near = [...notes.values()].filter(isNear).sort(compareSigns);
    return { datasetId, page: first.page, unfollowed, otherFailures: otherFailures.sort(compareSigns), notes: near };
  }

  return { take, subject };
}

/** The page's turn ends with the next configuration of the same dataset, but not before the script had its time. */
function isFollowed({ starts, sent }: Dataset, call: TimedCall): boolean {
  const from = call.at - diagnoseThresholds.sentBeforeConfigMs;
  const next = starts.after(call)?.at ?? Number.POSITIVE_INFINITY;
  const until = Math.max(next, call.at + diagnoseThresholds.silentAfterMs);
  const first = sent.after({ at: from, key: '' });
  return first !== null && first.at < until;
}

/** Stopped or unanswered; a call that was cut off when its page was left tells nothing about the site. */
export function didNotArrive({ outcome }: ScriptCall): boolean {
  return outcome === 'blocked' || outcome === 'failed';
}

function isTimedCall(sign: Sign, kind: ScriptCall['kind']): sign is TimedCall {
  return sign.kind === kind && sign.at !== null;
}

function isAround(call: TimedCall, { input, at }: Sign): boolean {
  return input === call.input && at !== null && Math.abs(at - call.at) <= diagnoseThresholds.sameLoadMs;
}

function pageName({ page, input }: ScriptCall): string {
  return `${input} ${page === null ? '' : pageOf(page)}`;
}

function compareCalls(a: TimedCall, b: TimedCall): number {
  return compareMoments(a, b);
}

function compareSigns(a: Sign, b: Sign): number {
  return compareMoments({ at: a.at ?? 0, key: a.key }, { at: b.at ?? 0, key: b.key });
}
