/** Whether a file that somebody opens without saying what it is holds orders: strict, so that a log is never one. */
import { chooseColumns } from './choose-columns.ts';
import { columnForm } from './column-names.ts';
import { layoutOf } from './order-layouts.ts';
import type { OrderTable } from './order-table.ts';

/** Names that nothing but a list of orders has; `id`, `name` and `reference` are anywhere. */
const tellingNumber =
  /^(?:metadata )?(?:order|bestell|auftrag|pedido|commande|numero)[a-z ]*(?:number|no|nr|id|name|nummer|ref|reference|formatted|pedido|commande|ordine)$|^increment id$/;

/** Of JSON only exports that are known: a JSON log may tell number, amount and time of an order, too. */
export function looksLikeOrders(table: OrderTable): boolean {
  if (layoutOf(table.columns) !== null) return true;
  if (!table.form.startsWith('CSV')) return false;
  const chosen = chooseColumns(table);
  if (typeof chosen === 'string') return false;
  const { number, value, at } = chosen.at;
  const name = columnForm(table.columns[number ?? -1] ?? '');
  return tellingNumber.test(name) && value !== undefined && at !== undefined;
}
