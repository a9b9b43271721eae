/** The copies disagree about the value; says what kind of difference it is. */
import { isGiven, readAmountLoosely } from '../../meta/money.ts';
import type { TrackedEvent } from '../../model/event.ts';
import type { Verdict } from '../../model/pair.ts';
import type { Rule } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const contentValueDiffers: Rule = {
  code: 'content.value-differs',
  severity: 'error',
  title: 'The copies report different values',
  eventsManager: null,
  source: 'Meta: Pixel reference',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || !hasValue(copies.browser) || !hasValue(copies.server)) return null;
    const [left, right] = [copies.browser, copies.server].map(({ customData }) =>
      readAmountLoosely(customData['value']),
    );
    if (left == null || right == null || Math.abs(left - right) < diagnoseThresholds.valueTolerance) return null;
    const [browser, server] = [moneyText(copies.browser), moneyText(copies.server)];
    return {
      detail: `The Pixel reports ${browser}, the server ${server}. ${kindOfDifference(left, right)} ${effect(view.pair.verdict)}`,
      fix: `Take value from the same field of the order on both sides: fbq's { value } and custom_data.value, in units (not cents), with the same rule for tax and shipping.`,
      events: [copies.browser, copies.server],
      browser,
      server,
    };
  },
};

function effect(verdict: Verdict): string {
  return verdict === 'double-counted'
    ? 'Both are counted, each with its own revenue.'
    : 'Meta keeps one of them, so the revenue that ads are judged by depends on which copy comes first.';
}

function hasValue({ customData }: TrackedEvent): boolean {
  return isGiven(customData['value']);
}

function moneyText({ customData }: TrackedEvent): string {
  return [customData['value'], customData['currency']].filter(isGiven).map(String).join(' ');
}

function kindOfDifference(left: number, right: number): string {
  const ratio = Math.max(left, right) / Math.min(left, right);
  if (Math.abs(ratio - 100) < 0.01) return 'One is 100 times the other: cents on one side, units on the other.';
  if (ratio > 1 && ratio <= 1.35)
    return `They are ${((ratio - 1) * 100).toFixed(1)}% apart: tax or shipping is likely to be in one of them only.`;
  return 'The difference fits neither tax nor cents.';
}
