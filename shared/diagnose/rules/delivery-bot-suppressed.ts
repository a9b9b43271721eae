/** The browser names itself as one for which Meta's script sends nothing. */
import { isDroppedAsBot } from '../../meta/automatic.ts';
import { quote } from '../rule.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { initialised, pageText } from './delivery-silent.ts';

export const deliveryBotSuppressed: SessionRule<'config'> = {
  code: 'delivery.bot-suppressed',
  severity: 'warning',
  title: "Meta's script takes this browser for a robot and sends nothing",
  eventsManager: null,
  source: "Meta's script, as recorded",
  confidence: 'high',
  over: 'config',
  check(calls, session) {
    const first = initialised(calls).find(({ userAgent }) => isDroppedAsBot(userAgent));
    if (first === undefined) return null;
    const settled = first.at + diagnoseThresholds.silentAfterMs;
    if (settled > session.now()) return { until: settled };
    return {
      detail: `${pageText(calls)} initialised dataset ${calls.datasetId} in a browser that calls itself ${quote(first.userAgent ?? '')}. For such a browser Meta's script counts events and does not send them, so this visit says nothing about what real visitors send.`,
      fix: `Give the automated browser the user agent of a normal one (--user-agent=…), or run it with a window.`,
      events: [],
      browser: first.userAgent,
    };
  },
};
