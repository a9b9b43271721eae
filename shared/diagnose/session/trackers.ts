/** One tracker for each kind of subject that session rules look at. */
import type { SubjectKind, Subjects, Tracker } from '../session-rule.ts';
import { trackClockOffsets } from './clock-offsets.ts';
import { trackInstalls } from './installs.ts';
import { trackLogTokens } from './log-tokens.ts';
import { trackOrders } from './orders.ts';
import { trackPageLoads } from './page-loads.ts';
import { trackConfigs, trackLoaders } from './script-calls.ts';
import { trackStreams } from './streams.ts';

export type Trackers = { [Kind in SubjectKind]: Tracker<Subjects[Kind]> };

export function createTrackers(): Trackers {
  return {
    'clock-offsets': trackClockOffsets(),
    installs: trackInstalls(),
    'log-tokens': trackLogTokens(),
    'page-load': trackPageLoads(),
    config: trackConfigs(),
    loader: trackLoaders(),
    order: trackOrders(),
    stream: trackStreams(),
  };
}
