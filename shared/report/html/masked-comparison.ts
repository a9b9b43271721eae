/** Both copies of a pair side by side, with what identifies a visitor masked after it was compared. */
import type { TrackedEvent } from '../../model/event.ts';
import type { Pair } from '../../model/pair.ts';
import { compareCopies } from '../../view/compare-copies.ts';
import type { FieldComparison } from '../../view/rows.ts';
import type { Mask } from '../mask.ts';

/** Of several copies on one side the first is compared. */
export function maskedComparison(
  pair: Pick<Pair, 'browser' | 'server'>,
  events: ReadonlyMap<string, TrackedEvent>,
  mask: Mask,
): FieldComparison[] {
  const first = (ids: readonly string[]) => events.get(ids[0] ?? '') ?? null;
  const [browser, server] = [first(pair.browser), first(pair.server)];
  return compareCopies(browser?.side === 'browser' ? browser : null, server?.side === 'server' ? server : null).map(
    (comparison) => ({
      ...comparison,
      browser: maskValue(comparison, comparison.browser, mask),
      server: maskValue(comparison, comparison.server, mask),
    }),
  );
}

function maskValue({ field, group }: FieldComparison, value: string | null, mask: Mask): string | null {
  if (value === null) return null;
  if (field === 'fbp' || field === 'fbc') return mask.cookie(value);
  if (field === 'page') return mask.url(value);
  // A version such as 156.0.0.0 is no IP address.
  if (field === 'user agent') return value;
  const isCustomer = group === 'match keys' && field !== 'client_ip_address';
  if (isCustomer) return value.split(', ').map(mask.customer).join(', ');
  return mask.text(value);
}
