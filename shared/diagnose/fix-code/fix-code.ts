/** What to write, for each finding, in the code that the user is likely to have. Examples: names and values are the user's own. */

import { items, value } from './content.ts';
import { browserKeys, client, contact } from './customer.ts';
import { eventId, sendOnce } from './event-id.ts';
import { eventTime, sendSoon } from './event-time.ts';
import { beforeLeaving, dataset, eventName, fromServer, testCode } from './sending.ts';
import { type FixCode, type Stack, stacks } from './stacks.ts';

/** Codes of FINDINGS.md. What needs a setting, a person or a browser instead of code is not in it. */
const byCode: Readonly<Record<string, FixCode>> = {
  'id.missing-browser': eventId,
  'id.missing-server': eventId,
  'id.missing-both': eventId,
  'id.mismatch': eventId,
  'id.misplaced': eventId,
  'id.automatic': eventId,
  'id.name-mismatch': eventName,
  'id.dataset-mismatch': dataset,
  'id.reused': eventId,
  'dup.double-counted': eventId,
  'dup.browser-repeat': sendOnce,
  'dup.server-repeat': sendOnce,
  'dup.browser-twins': sendOnce,
  'dup.server-twins': sendOnce,
  'time.late': sendSoon,
  'time.clock-offset': eventTime,
  'time.wrong-unit': eventTime,
  'time.too-old': sendSoon,
  'time.future': eventTime,
  'time.outside-window': sendSoon,
  'key.none': contact,
  'key.missing-contact': contact,
  'key.missing-fbp': browserKeys,
  'key.missing-fbc': browserKeys,
  'key.fbp-malformed': browserKeys,
  'key.fbc-malformed': browserKeys,
  'key.fbp-differs': browserKeys,
  'key.fbc-differs': browserKeys,
  'key.unhashed': contact,
  'key.bad-hash': contact,
  'key.not-normalized': contact,
  'key.differs': contact,
  'key.ip-private': client,
  'key.missing-ip': client,
  'key.missing-user-agent': client,
  'key.user-agent-differs': client,
  'content.value-missing': value,
  'content.value-invalid': value,
  'content.value-differs': value,
  'content.currency-missing': value,
  'content.currency-invalid': value,
  'content.currency-differs': value,
  'content.order-differs': value,
  'content.items-differ': items,
  'delivery.aborted': beforeLeaving,
  'request.missing-action-source': fromServer,
  'request.missing-url': fromServer,
  'request.test-code': testCode,
  'coverage.server-missing': fromServer,
  'coverage.order-missing': fromServer,
};

/** The stacks in which the finding is mended by code, each with its example; empty where it is mended otherwise. */
export function fixCodeOf(code: string): { stack: Stack; text: string }[] {
  const examples = byCode[code] ?? {};
  return stacks.flatMap((stack) => {
    const text = examples[stack];
    return text === undefined ? [] : [{ stack, text }];
  });
}

/** The codes that have examples. */
export const codesWithFix: readonly string[] = Object.keys(byCode);
