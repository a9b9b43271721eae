/** The value of the orders that a finding touches. */
import { useMemo } from 'react';
import { formatMoney } from '../../shared/view/money.ts';
import { plural } from '../../shared/view/plural.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { stakeOf } from '../../shared/view/stake.ts';

export function MoneyAtStake({ pairs, rows }: { pairs: readonly string[]; rows: SessionRows }) {
  const stake = useMemo(() => {
    const touched = pairs.flatMap((key) => rows.pairs.get(key) ?? []);
    return stakeOf(touched, rows.events);
  }, [pairs, rows]);
  if (stake === null) return null;
  const money = stake.amounts.map(({ currency, amount }) => formatMoney(amount, currency)).join(' and ');
  return (
    <span>
      {plural(stake.orders, 'order')}
      {money !== '' && (
        <>
          , <strong>{money}</strong> at stake
        </>
      )}
    </span>
  );
}
