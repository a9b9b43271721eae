/** All rules that look at more than one pair. */
import { coverageOrderMissing } from './rules/coverage-order-missing.ts';
import { deliveryBotSuppressed } from './rules/delivery-bot-suppressed.ts';
import { deliveryCounterGap } from './rules/delivery-counter-gap.ts';
import { deliveryScriptMissing } from './rules/delivery-script-missing.ts';
import { deliverySilent } from './rules/delivery-silent.ts';
import { dupTwoInstalls } from './rules/dup-two-installs.ts';
import { privacyTokenInLog } from './rules/privacy-token-in-log.ts';
import { timeClockOffset } from './rules/time-clock-offset.ts';
import { timeSilence } from './rules/time-silence.ts';
import type { SessionRule } from './session-rule.ts';

export const sessionRules: readonly SessionRule[] = [
  dupTwoInstalls,
  timeClockOffset,
  timeSilence,
  deliveryBotSuppressed,
  deliveryCounterGap,
  deliveryScriptMissing,
  deliverySilent,
  coverageOrderMissing,
  privacyTokenInLog,
];
