/** The value of the orders that a finding touches. */
import { useMemo } from 'react';
import { formatMoney } from '../../shared/view/money.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { stakeOf } from '../../shared/view/stake.ts';
import { texts } from '../texts/texts.ts';

const words = texts.findings.stake;

export function MoneyAtStake({ pairs, rows }: { pairs: readonly string[]; rows: SessionRows }) {
  const stake = useMemo(() => {
    const touched = pairs.flatMap((key) => rows.pairs.get(key) ?? []);
    return stakeOf(touched, rows.events);
  }, [pairs, rows]);
  if (stake === null) return null;
  const orders = words.orders(stake.orders);
  const amounts = stake.amounts.map(({ currency, amount }) => formatMoney(amount, currency));
  return <span>{amounts.length === 0 ? orders : words.atStake(orders, <strong>{words.sum(amounts)}</strong>)}</span>;
}
