/** Reads orders as the core does, and tells what came of them. */
import { readOrders } from '../../electron/core/intake/read-orders.ts';
import type { OrderFact } from '../../shared/model/fact.ts';
import type { OrderSettings } from '../../shared/orders/read-order-table.ts';
import { collectInput } from './collected-input.ts';

export async function read(content: string | Uint8Array, settings: OrderSettings = {}) {
  const collected = collectInput();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await readOrders({ bytes, name: 'orders.csv' }, collected.open, { settings });
  const orders = collected.facts.filter((fact) => fact.kind === 'order');
  const problems = collected.facts.flatMap((fact) =>
    fact.kind === 'problem' ? [`${fact.place}: ${fact.reason}`] : [],
  );
  const readings = collected.facts.flatMap((fact) => (fact.kind === 'reading' ? [fact.text] : []));
  return { orders, problems, readings, input: collected.inputs[0] };
}

/** One order in one line: number, time, value, currency, state. */
export const shortly = ({ number, at, value, currency, state }: OrderFact) =>
  [number, at === null ? null : new Date(at).toISOString().slice(0, 16), value, currency, state].join(' ');

export const ten = '2026-11-24T10:00';
