/** The form of a rule that looks at more than one pair: a page load, a stream, a log. One rule is one file in rules/. */
import type { TrackedEvent } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { Pair } from '../model/pair.ts';
import type { Sign } from '../model/sign.ts';
import type { OrderStanding } from './orders/order-book.ts';
import type { Hit, RuleTexts, SessionView } from './rule.ts';
import type { ClockOffsets } from './session/clock-offsets.ts';
import type { DatasetInstalls } from './session/installs.ts';
import type { LogTokens } from './session/log-tokens.ts';
import type { PageLoad } from './session/page-loads.ts';
import type { ConfigCalls, LoaderCalls } from './session/script-calls.ts';
import type { Stream } from './session/streams.ts';

/** What a session rule can look at. A rule is asked again about a subject when something in that subject has changed. */
export type Subjects = {
  'clock-offsets': ClockOffsets;
  installs: DatasetInstalls;
  'log-tokens': LogTokens;
  'page-load': PageLoad;
  config: ConfigCalls;
  loader: LoaderCalls;
  order: OrderStanding;
  stream: Stream;
};

export type SubjectKind = keyof Subjects;

/** What came in one step. Events and signs that are known come again when their outcome is learned. */
export type News = {
  events: readonly TrackedEvent[];
  signs: readonly Sign[];
  pairs: readonly Pair[];
  removedPairs: readonly string[];
  /** Those of both that were known before, as they were. Of an event only its outcome ever changes. */
  replaced: ReadonlyMap<string, Pair>;
};

/** Keeps the subjects of one kind up to date: the same for every order and batching of the same news. */
export type Tracker<Subject> = {
  /** Keys of the subjects that changed. */
  take(news: News, session: SessionView): Iterable<string>;
  subject(key: string): Subject | null;
};

/** Pairs of which the finding explains something, for rules that `causes.ts` names as a cause across pairs. */
export type Coverage = {
  /** Changes when pairs that were there before are covered from now on, or no longer. */
  scope: string;
  pairs(): Iterable<string>;
  holds(pairKey: string): boolean;
};

export type SessionHit = Hit & { covers?: Coverage };

/** `until`: it is too early to say; what decides it may still be on its way. */
export type SessionVerdict = SessionHit | { until: TimeMs } | null;

export type SessionRule<Kind extends SubjectKind = SubjectKind> = {
  [K in SubjectKind]: RuleTexts & {
    over: K;
    check(subject: Subjects[K], session: SessionView): SessionVerdict;
  };
}[Kind];
