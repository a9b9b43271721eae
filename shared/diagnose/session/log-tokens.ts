/** Access tokens that stood in a log: how many records held one, and where the first of them are. */
import type { InputId } from '../../model/fact.ts';
import type { LoggedToken } from '../../model/sign.ts';
import type { News, Tracker } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export type LogTokens = {
  input: InputId;
  count: number;
  /** In the order of the log, as many as a finding names. */
  first: readonly LoggedToken[];
};

type Log = { input: InputId; keys: Set<string>; first: LoggedToken[] };

export function trackLogTokens(): Tracker<LogTokens> {
  const logs = new Map<string, Log>();

  function take({ signs }: News): Set<string> {
    const touched = new Set<string>();
    for (const sign of signs) {
      if (sign.kind !== 'token') continue;
      const name = String(sign.input);
      const log = logs.get(name) ?? { input: sign.input, keys: new Set(), first: [] };
      logs.set(name, log);
      if (log.keys.has(sign.key)) continue;
      log.keys.add(sign.key);
      note(log, sign);
      touched.add(name);
    }
    return touched;
  }

  return {
    take,
    subject(name) {
      const log = logs.get(name);
      return log === undefined ? null : { input: log.input, count: log.keys.size, first: log.first };
    },
  };
}

function note({ first }: Log, sign: LoggedToken): void {
  const place = first.findIndex((other) => comparePlaces(sign.place, other.place) < 0);
  if (place !== -1) first.splice(place, 0, sign);
  else if (first.length < diagnoseThresholds.eventsPerFinding) first.push(sign);
  if (first.length > diagnoseThresholds.eventsPerFinding) first.pop();
}

/** `line 9` before `line 10`; files of one input by name. */
function comparePlaces(a: string, b: string): number {
  const [, left = a, leftLine = ''] = /^(.*?)(\d+)$/.exec(a) ?? [];
  const [, right = b, rightLine = ''] = /^(.*?)(\d+)$/.exec(b) ?? [];
  if (left !== right) return left < right ? -1 : 1;
  return Number(leftLine) - Number(rightLine);
}
