/** How exports of orders are to be read: what the person said of their columns and their zone, for this window. */
import { create } from 'zustand';
import type { OrderWishes } from '../../shared/api/contract.ts';

/** Roles that exports are told wrong by most often; the others follow from their names. */
export const askedRoles = ['number', 'value', 'currency', 'at'] as const;

const noWishes: OrderWishes = { columns: {}, zone: null };

export const useOrderWishes = create<{ wishes: OrderWishes }>(() => ({ wishes: noWishes }));

export function setOrderWishes(wishes: OrderWishes): void {
  useOrderWishes.setState({ wishes });
}

/** For a call that opens a file; nothing where nothing was said. */
export function orderWishes(): { orders?: OrderWishes } {
  const { wishes } = useOrderWishes.getState();
  const isGiven = wishes.zone !== null || Object.keys(wishes.columns).length > 0;
  return isGiven ? { orders: wishes } : {};
}
