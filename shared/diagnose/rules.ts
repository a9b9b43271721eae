/** All rules, in the order in which their findings are told; the first cause comes first. */
import type { Rule } from './rule.ts';
import { contentCurrencyDiffers } from './rules/content-currency-differs.ts';
import { contentCurrencyInvalid } from './rules/content-currency-invalid.ts';
import { contentCurrencyMissing } from './rules/content-currency-missing.ts';
import { contentItemsDiffer } from './rules/content-items-differ.ts';
import { contentOrderDiffers } from './rules/content-order-differs.ts';
import { contentValueDiffers } from './rules/content-value-differs.ts';
import { contentValueInvalid } from './rules/content-value-invalid.ts';
import { contentValueMissing } from './rules/content-value-missing.ts';
import { coverageBrowserMissing } from './rules/coverage-browser-missing.ts';
import { coverageNoOrder } from './rules/coverage-no-order.ts';
import { coverageServerMissing } from './rules/coverage-server-missing.ts';
import { deliveryAborted } from './rules/delivery-aborted.ts';
import { deliveryBlocked } from './rules/delivery-blocked.ts';
import { deliveryFailed } from './rules/delivery-failed.ts';
import { deliveryRejected } from './rules/delivery-rejected.ts';
import { dupBrowserRepeat } from './rules/dup-browser-repeat.ts';
import { dupBrowserTwins } from './rules/dup-browser-twins.ts';
import { dupDoubleCounted } from './rules/dup-double-counted.ts';
import { dupServerRepeat } from './rules/dup-server-repeat.ts';
import { dupServerTwins } from './rules/dup-server-twins.ts';
import { idAutomatic } from './rules/id-automatic.ts';
import { idDatasetMismatch } from './rules/id-dataset-mismatch.ts';
import { idMismatch } from './rules/id-mismatch.ts';
import { idMisplaced } from './rules/id-misplaced.ts';
import { idMissingBoth } from './rules/id-missing-both.ts';
import { idMissingBrowser } from './rules/id-missing-browser.ts';
import { idMissingServer } from './rules/id-missing-server.ts';
import { idNameMismatch } from './rules/id-name-mismatch.ts';
import { idReused } from './rules/id-reused.ts';
import { keyBadHash } from './rules/key-bad-hash.ts';
import { keyDiffers } from './rules/key-differs.ts';
import { keyFbcDiffers } from './rules/key-fbc-differs.ts';
import { keyFbcMalformed } from './rules/key-fbc-malformed.ts';
import { keyFbpDiffers } from './rules/key-fbp-differs.ts';
import { keyFbpMalformed } from './rules/key-fbp-malformed.ts';
import { keyIpPrivate } from './rules/key-ip-private.ts';
import { keyMissingContact } from './rules/key-missing-contact.ts';
import { keyMissingFbc } from './rules/key-missing-fbc.ts';
import { keyMissingFbp } from './rules/key-missing-fbp.ts';
import { keyMissingIp } from './rules/key-missing-ip.ts';
import { keyMissingUserAgent } from './rules/key-missing-user-agent.ts';
import { keyNone } from './rules/key-none.ts';
import { keyNotNormalized } from './rules/key-not-normalized.ts';
import { keyUnhashed } from './rules/key-unhashed.ts';
import { keyUserAgentDiffers } from './rules/key-user-agent-differs.ts';
import { privacyOptionsDiffer } from './rules/privacy-options-differ.ts';
import { privacyPlainPii } from './rules/privacy-plain-pii.ts';
import { requestInvalid } from './rules/request-invalid.ts';
import { requestMissingActionSource } from './rules/request-missing-action-source.ts';
import { requestMissingUrl } from './rules/request-missing-url.ts';
import { requestTestCode } from './rules/request-test-code.ts';
import { timeFuture } from './rules/time-future.ts';
import { timeLate } from './rules/time-late.ts';
import { timeOutsideWindow } from './rules/time-outside-window.ts';
import { timeServerFirst } from './rules/time-server-first.ts';
import { timeTooOld } from './rules/time-too-old.ts';
import { timeWrongUnit } from './rules/time-wrong-unit.ts';

export const rules: readonly Rule[] = [
  idAutomatic,
  idDatasetMismatch,
  idMismatch,
  idMisplaced,
  idMissingBoth,
  idMissingBrowser,
  idMissingServer,
  idNameMismatch,
  idReused,
  dupBrowserRepeat,
  dupBrowserTwins,
  dupDoubleCounted,
  dupServerRepeat,
  dupServerTwins,
  timeWrongUnit,
  timeTooOld,
  timeFuture,
  timeLate,
  timeOutsideWindow,
  timeServerFirst,
  keyMissingContact,
  keyMissingFbc,
  keyMissingFbp,
  keyMissingIp,
  keyMissingUserAgent,
  keyNone,
  keyBadHash,
  keyDiffers,
  keyFbcDiffers,
  keyFbcMalformed,
  keyFbpDiffers,
  keyFbpMalformed,
  keyIpPrivate,
  keyNotNormalized,
  keyUnhashed,
  keyUserAgentDiffers,
  contentItemsDiffer,
  contentOrderDiffers,
  contentCurrencyDiffers,
  contentCurrencyInvalid,
  contentCurrencyMissing,
  contentValueDiffers,
  contentValueInvalid,
  contentValueMissing,
  deliveryAborted,
  deliveryBlocked,
  deliveryFailed,
  deliveryRejected,
  requestInvalid,
  requestMissingActionSource,
  requestMissingUrl,
  requestTestCode,
  coverageBrowserMissing,
  coverageNoOrder,
  coverageServerMissing,
  privacyOptionsDiffer,
  privacyPlainPii,
];
