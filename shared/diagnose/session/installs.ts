/** Which installs of Meta's script send for a dataset, and where two of them met on one page. */
import type { BrowserEvent, TrackedEvent } from '../../model/event.ts';
import { pageOf } from '../../pair/traits.ts';
import type { SessionView } from '../rule.ts';
import type { News, Tracker } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { type Agents, createAgents, isImage, visitorOf } from './agents.ts';
import { compareMoments, createOrdered, type Moment, type Ordered } from './ordered.ts';

/** Two events of one page by two installs; `key` and `at` are those of the later one. */
export type Meeting = Moment & { first: BrowserEvent; second: BrowserEvent };

export type DatasetInstalls = {
  datasetId: string;
  /** Sorted by time. */
  meetings: Ordered<Meeting>;
};

/** What makes an install: the agent, the version, or that it is the noscript image. */
export function installOf(event: BrowserEvent): string {
  if (isImage(event)) return 'noscript image';
  const [agent, version] = [event.other['a'], event.other['v']];
  return `${agent ? `agent ${String(agent)}` : 'no agent'}${version ? `, version ${String(version)}` : ''}`;
}

type Dataset = DatasetInstalls & {
  installs: Set<string>;
  /** Per place and span of time the first event of each install; empty as long as there is one install. */
  spans: Map<string, Map<string, BrowserEvent>>;
  agents: Agents;
};

/** Nothing is indexed before a dataset shows a second install, which in most sessions is never. */
export function trackInstalls(): Tracker<DatasetInstalls> {
  const datasets = new Map<string, Dataset>();

  function take({ events }: News, session: SessionView): Set<string> {
    const touched = new Set<string>();
    for (const event of events) {
      if (!isSent(event)) continue;
      const dataset = datasetOf(event);
      if (dataset !== null && note(dataset, event, session)) touched.add(dataset.datasetId);
    }
    return touched;
  }

  /** Returns true where the dataset has more than one install. */
  function note(dataset: Dataset, event: BrowserEvent, session: SessionView): boolean {
    const install = installOf(event);
    const isFirst = !dataset.installs.has(install);
    if (isFirst) dataset.installs.add(install);
    if (dataset.installs.size < 2) return false;
    if (isFirst) indexAll(dataset, session.events());
    else index(dataset, event);
    return true;
  }

  function datasetOf({ datasetId }: BrowserEvent): Dataset | null {
    return datasetId === null ? null : (datasets.get(datasetId) ?? open(datasetId));
  }

  function open(datasetId: string): Dataset {
    const meetings = createOrdered<Meeting>(compareMoments);
    const dataset: Dataset = { datasetId, meetings, installs: new Set(), spans: new Map(), agents: createAgents() };
    datasets.set(datasetId, dataset);
    return dataset;
  }

  return { take, subject: (key) => datasets.get(key) ?? null };
}

/** Gateways and copies go other ways than the page's script. */
function isSent(event: TrackedEvent): event is BrowserEvent {
  return event.side === 'browser' && event.role === 'event' && event.transport !== 'gateway';
}

function indexAll(dataset: Dataset, events: Iterable<TrackedEvent>): void {
  for (const event of events) if (isSent(event) && event.datasetId === dataset.datasetId) index(dataset, event);
}

/** Puts the event into its spans where it is the first of its install there. */
function index(dataset: Dataset, event: BrowserEvent): void {
  for (const meeting of dataset.agents.note(event)) dataset.meetings.remove(meeting);
  const install = installOf(event);
  const number = Math.floor(timeOf(event) / diagnoseThresholds.sameLoadMs);
  for (const place of placesOf(event)) {
    const spanOf = (at: number) => dataset.spans.get(`${place.name}\n${at}`) ?? new Map<string, BrowserEvent>();
    const span = spanOf(number);
    const known = span.get(install);
    if (known !== undefined && compareMoments(momentOf(known), momentOf(event)) <= 0) continue;
    const near = [spanOf(number - 1), span, spanOf(number + 1)].flatMap((each) => [...each.values()]);
    const others = near.filter((other) => installOf(other) !== install && place.isFor(event, other));
    meet(dataset, { event, others, inPlaceOf: known ?? null });
    dataset.spans.set(`${place.name}\n${number}`, span.set(install, event));
  }
}

type Arrival = { event: BrowserEvent; others: BrowserEvent[]; inPlaceOf: BrowserEvent | null };

function meet({ meetings, agents }: Dataset, { event, others, inPlaceOf }: Arrival): void {
  for (const other of others) {
    if (inPlaceOf !== null) meetings.remove(meetingOf(inPlaceOf, other));
    const meeting = meetingOf(event, other);
    if (areOfOnePage(event, other) && agents.allow(meeting)) meetings.add(meeting);
  }
}

function meetingOf(one: BrowserEvent, other: BrowserEvent): Meeting {
  const inOrder = compareMoments(momentOf(one), momentOf(other)) < 0;
  const [first, second] = inOrder ? [one, other] : [other, one];
  return { at: timeOf(second), key: `${first.id} ${second.id}`, first, second };
}

/** Two scripts on one page start each by itself; one script that is told its agent later does not. */
function areOfOnePage(one: BrowserEvent, other: BrowserEvent): boolean {
  if (Math.abs(timeOf(one) - timeOf(other)) > diagnoseThresholds.sameLoadMs) return false;
  if (one.source.input !== other.source.input) return false;
  return isImage(one) || isImage(other) || one.other['it'] !== other.other['it'];
}

type Place = { name: string; isFor(one: BrowserEvent, other: BrowserEvent): boolean };

/**
 * Scripts meet by page and visitor. A noscript image meets what a script sent of the same name: by the visitor where it
 * tells one, else by user agent, with the page where it tells that. So no two events meet in more than one place.
 */
function placesOf(event: BrowserEvent): Place[] {
  const { userAgent, eventName, url } = event;
  const visitor = visitorOf(event);
  const page = url === null ? null : pageOf(url);
  const hasImage: Place['isFor'] = (one, other) => isImage(one) || isImage(other);
  const byVisitor = { name: `visitor ${visitor} ${eventName}`, isFor: hasImage };
  const byAgent = { name: `agent ${userAgent} ${eventName}`, isFor: hasImage };
  const byAgentAndPage = { name: `agent ${userAgent} ${eventName} ${page}`, isFor: hasImage };
  if (isImage(event)) return [visitor !== null ? byVisitor : page !== null ? byAgentAndPage : byAgent];
  const byPage = { name: `page ${visitor ?? userAgent} ${page ?? ''}`, isFor: () => true };
  return [byPage, byVisitor, byAgent, byAgentAndPage];
}

function momentOf(event: BrowserEvent): Moment {
  return { at: timeOf(event), key: event.id };
}

function timeOf({ at, seenAt }: BrowserEvent): number {
  return seenAt ?? at;
}
