/** event_time is not in Unix seconds. */
import type { Json } from '../../model/json.ts';
import { quote, type Rule } from '../rule.ts';

export const timeWrongUnit: Rule = {
  code: 'time.wrong-unit',
  severity: 'error',
  title: 'event_time is not in Unix seconds',
  eventsManager: null,
  source: 'Meta: Server event parameters',
  confidence: 'high',
  check({ server }) {
    const event = server.find(({ other }) => other['event_time'] !== undefined);
    const value = event?.other['event_time'];
    if (event === undefined || value === undefined) return null;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return {
      detail: `event_time is ${quote(text)}: ${kindOf(value)}. Meta reads a number of seconds, so it refuses the request or files the event under a wrong time.`,
      fix: `Send whole seconds since 1970: Math.floor(Date.now() / 1000) in Node, time() in PHP, int(time.time()) in Python.`,
      events: [event],
      server: text,
    };
  },
};

function kindOf(value: Json): string {
  const number = Number(value);
  if (value === null || value === '' || typeof value === 'object') return 'no time at all';
  if (Number.isNaN(number)) return Number.isNaN(Date.parse(String(value))) ? 'no time at all' : 'a date as text';
  if (number >= 1e17) return 'nanoseconds';
  if (number >= 1e14) return 'microseconds';
  return number >= 1e11 ? 'milliseconds' : 'no Unix time of these years';
}
