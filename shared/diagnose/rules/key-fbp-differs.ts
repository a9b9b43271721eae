/** The twins carry different browser ids. */
import { readFbp, stripSuffix } from '../../meta/cookies.ts';
import { comparableCopies } from '../customer-values.ts';
import { quote, type Rule } from '../rule.ts';

export const keyFbpDiffers: Rule = {
  code: 'key.fbp-differs',
  severity: 'warning',
  title: 'The copies carry different fbp',
  eventsManager: null,
  source: 'Meta: fbp and fbc parameters',
  confidence: 'high',
  check(view) {
    const copies = comparableCopies(view);
    const [left, right] = [copies?.browser.fbp ?? null, copies?.server.fbp ?? null];
    if (!copies || left === null || right === null || left === right) return null;
    if (stripSuffix(left) === stripSuffix(right)) return null;
    return {
      detail: `The Pixel sent fbp ${quote(left)}, the server ${quote(right)}${difference(left, right)}. To Meta these are two browsers: the copies cannot be joined by fbp, and one of them finds the wrong visitor.`,
      fix: `Read the _fbp cookie of the very request that the event belongs to, and send it as it is: setFbp(cookie). Do not keep it in an account, a shared cache or a queue job of another visitor.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};

function difference(left: string, right: string): string {
  const [one, other] = [readFbp(left), readFbp(right)];
  if (!one.isValid || !other.isValid) return '';
  if (one.payload === other.payload) return ': the same random number with another time or domain depth';
  return one.createdAt === other.createdAt ? ': the same time with another random number' : '';
}
