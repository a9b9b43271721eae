/** Order numbers as a shop and its events write them: `#1001`, `1001`, `order-1001`, `0001001`. */
import type { Order } from '../../model/order.ts';
import { idForm, relateIds } from '../../pair/id-forms.ts';

/** Comparable form, without the words and signs that only say that a number follows. */
function orderForm(text: string): string {
  return idForm(text.trim().replace(/^(?:order|bestellung|commande|no\.?|nr\.?)?[\s#:]*(?=\S)/i, ''));
}

/** By these an order and a text that names it find each other; they prove nothing. */
export function lookupKeys(text: string): string[] {
  const runs = (text.match(/\d{3,}/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, ''));
  return [...new Set([orderForm(text), ...runs])];
}

export function numbersOf({ number, aliases }: Order): string[] {
  return [number, ...aliases];
}

/** 2: the same number; 1: the same with a prefix or suffix; 0: another number. */
export function rankOf(order: Order, text: string): 0 | 1 | 2 {
  const numbers = numbersOf(order).map(orderForm);
  const form = orderForm(text);
  if (numbers.includes(form)) return 2;
  return numbers.some((number) => relateIds(number, form) !== 'unrelated') ? 1 : 0;
}
