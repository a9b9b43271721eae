/** What a report is built from, out of events that were paired and judged. */
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { ReportSource } from '../../shared/report/build-report.ts';
import { browserEvent, judge, serverEvent } from './events.ts';

export function reportSource(events: readonly TrackedEvent[]): ReportSource {
  const input = { records: events.length, skipped: 0, problems: [] };
  return {
    inputs: [
      { id: 0, kind: 'har', name: 'shop.har', ...input },
      { id: 1, kind: 'log', name: 'server.log', ...input },
    ],
    events,
    ...judge(events),
  };
}

/** What a site may send to break a report: markup, quotes, formulas, direction marks, control characters. */
const hostile = '=HYPERLINK("http://x")\r\n</td><script>alert(1)</script>\u202Egnp.exe\0\uD800 ]]>&amp;';

/** Two copies of one order whose every text is hostile. */
export function hostileSource(): ReportSource {
  const text = { eventName: hostile, url: `https://shop.example/${hostile}`, eventId: hostile };
  const customData = { [hostile]: hostile, order_id: hostile, value: 1, currency: hostile };
  return reportSource([
    browserEvent({ id: 'b1', ...text, customData }),
    serverEvent({ id: 's1', ...text, eventId: `order ${hostile}`, customData }),
  ]);
}
