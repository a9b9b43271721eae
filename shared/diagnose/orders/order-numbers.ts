/** Order numbers as a shop and its events write them: `#1001`, `1001`, `order-1001`, `0001001`. */
import type { Order } from '../../model/order.ts';
import { idForm, relateIds, withoutZeros } from '../../pair/id-forms.ts';

/** Comparable form, without the words and signs that only say that a number follows. */
function orderForm(text: string): string {
  return idForm(text.trim().replace(/^(?:order|bestellung|commande|no\.?|nr\.?)?[\s#:]*(?=\S)/i, ''));
}

/** By what a text is found by another that may be the same number. */
export type NumberKeys = {
  /** Shared by all that differ in case, white space and zeros alone. */
  form: string;
  /** Its numbers of three digits and more, zeros dropped. */
  runs: readonly string[];
  /**
   * Of these, any one is enough to find a text that holds this one: a number never stands in a longer one, so whatever
   * holds the text holds all of them. Empty where zeros make up the three digits: then each of `runs` has to be tried.
   */
  telling: readonly string[];
};

export function numberKeys(text: string): NumberKeys {
  const runs = [...new Set((text.match(/\d{3,}/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, '')))];
  return { form: withoutZeros(orderForm(text)), runs, telling: runs.filter((run) => run.length >= 3) };
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
