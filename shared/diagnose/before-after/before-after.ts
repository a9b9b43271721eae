/** Before and after of one pair, for each finding that a field shows: what its fields are now, and how they should look. */
import { currencyCode, readableValue, sameCurrency, sameItems, sameOrder, sameValue } from './content.ts';
import { type Example, type ExampleField, type ShowExample, together } from './example.ts';
import { idInItsPlace, newIdEachTime, ownIdForAutomatic, sameDataset, sameId, sameName } from './ids.ts';
import {
  contactOnServer,
  fbcOnServer,
  fbpOnServer,
  hashedAlike,
  hashedRight,
  sameFbc,
  sameFbp,
  somethingToMatch,
  visitorsAddress,
  visitorsAgent,
  wellFormedCookie,
} from './keys.ts';
import {
  copyOn,
  noTestCode,
  pageOfTheAction,
  sentAtOnce,
  timeInSeconds,
  timeOfTheAction,
  websiteAsSource,
} from './sending.ts';

/** Codes of FINDINGS.md. What no field of a pair shows (a lost call, a second send, a whole session) is not in it. */
const byCode: Readonly<Record<string, ShowExample>> = {
  'id.missing-browser': sameId,
  'id.missing-server': sameId,
  'id.missing-both': sameId,
  'id.mismatch': sameId,
  'id.misplaced': idInItsPlace,
  'id.automatic': ownIdForAutomatic,
  'id.name-mismatch': sameName,
  'id.dataset-mismatch': sameDataset,
  'id.reused': newIdEachTime,
  'dup.double-counted': together(sameDataset, sameName, sameId),
  'time.wrong-unit': timeInSeconds,
  'time.too-old': sentAtOnce,
  'time.future': timeOfTheAction,
  'time.late': sentAtOnce,
  'time.outside-window': sentAtOnce,
  'time.server-first': sameId,
  'key.bad-hash': hashedRight,
  'key.not-normalized': hashedRight,
  'key.unhashed': hashedRight,
  'key.differs': hashedAlike,
  'key.fbp-malformed': wellFormedCookie('fbp'),
  'key.fbc-malformed': wellFormedCookie('fbc'),
  'key.fbp-differs': sameFbp,
  'key.fbc-differs': sameFbc,
  'key.ip-private': visitorsAddress,
  'key.missing-ip': visitorsAddress,
  'key.missing-user-agent': visitorsAgent,
  'key.user-agent-differs': visitorsAgent,
  'key.missing-contact': contactOnServer,
  'key.missing-fbp': fbpOnServer,
  'key.missing-fbc': fbcOnServer,
  'key.none': somethingToMatch,
  'content.value-missing': readableValue,
  'content.value-invalid': readableValue,
  'content.value-differs': sameValue,
  'content.currency-missing': currencyCode,
  'content.currency-invalid': currencyCode,
  'content.currency-differs': sameCurrency,
  'content.order-differs': sameOrder,
  'content.items-differ': sameItems,
  'request.missing-action-source': websiteAsSource,
  'request.missing-url': pageOfTheAction,
  'request.test-code': noTestCode,
  'coverage.server-missing': copyOn('server'),
  'coverage.browser-missing': copyOn('browser'),
};

/** Empty where no field shows the fault. Fields in the order in which they are to be read; nothing is masked. */
export function beforeAndAfter(code: string, example: Example): ExampleField[] {
  return byCode[code]?.(example) ?? [];
}

/** The codes that have an example. */
export const codesWithExample: readonly string[] = Object.keys(byCode);
