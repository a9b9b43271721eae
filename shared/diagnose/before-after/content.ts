/** Examples of values, currencies, orders and products that are wrong, missing or not the same. */
import { isCurrencyCode, readAmount, readAmountLoosely } from '../../meta/money.ts';
import type { Side, TrackedEvent } from '../../model/event.ts';
import { idForm } from '../../pair/id-forms.ts';
import { contentField, type ExampleField, form, type ShowExample, shown, value, type Wanted } from './example.ts';

const amount = contentField('value');
const currency = contentField('currency');
const order = contentField('order_id');

/** What the person meant, else what Meta can read of the other copy, else the form. */
export const readableValue: ShowExample = (example) => {
  const { browser, server } = example;
  return shown(amount, example, { ...readable('browser', browser, server), ...readable('server', server, browser) });
};

function readable(side: Side, own: TrackedEvent | null, other: TrackedEvent | null): { [S in Side]?: Wanted } {
  if (own === null || isAmount(own) || hidesContent(own)) return {};
  const meant = readAmountLoosely(own.customData['value']) ?? (other && readAmountLoosely(other.customData['value']));
  return { [side]: meant === null || meant < 0 ? form('49.90') : value(String(meant)) };
}

/** Nothing is missing in what its source does not show. */
function hidesContent(event: TrackedEvent): boolean {
  return event.side === 'server' && !event.shows.customData;
}

function isAmount({ customData }: TrackedEvent): boolean {
  return readAmount(customData['value']) !== null;
}

/** Cents are told by their ratio; which of two other amounts is right is known to the shop alone. */
export const sameValue: ShowExample = (example) => {
  const [left, right] = [example.browser, example.server].map((event) =>
    event === null ? null : readAmountLoosely(event.customData['value']),
  );
  if (left == null || right == null || left === right) return [];
  const [less, more] = [Math.min(left, right), Math.max(left, right)];
  const isCents = Math.abs(more / less - 100) < 0.01;
  const total = form('‹the order’s total, the same on both sides›');
  const wanted = isCents ? value(String(less)) : total;
  return shown(amount, example, {
    ...((!isCents || left === more) && { browser: wanted }),
    ...((!isCents || right === more) && { server: wanted }),
  });
};

export const currencyCode: ShowExample = (example) => {
  const { browser, server } = example;
  const codes = [browser, server].map((event) => (event === null ? null : codeOf(event)));
  const known = codes.find((code) => code != null);
  const wanted = known == null ? form('EUR') : value(known);
  const [left, right] = codes;
  return shown(currency, example, {
    ...(browser !== null && left === null && { browser: wanted }),
    ...(server !== null && right === null && !hidesContent(server) && { server: wanted }),
  });
};

function codeOf({ customData }: TrackedEvent): string | null {
  const code = customData['currency'];
  return isCurrencyCode(code) ? String(code).trim().toUpperCase() : null;
}

export const sameCurrency: ShowExample = (example) => {
  const wanted = form('‹the order’s currency, the same on both sides›');
  return shown(currency, example, { browser: wanted, server: wanted });
};

/** Two numbers of one order, or an order whose value is another one. */
export const sameOrder: ShowExample = (example) => {
  const [left, right] = [example.browser, example.server].map((event) => (event === null ? null : order.of(event)));
  if (left == null || right == null || idForm(left) === idForm(right)) return asInTheOrder(example);
  const wanted = form('‹the number that the customer sees›');
  return shown(order, example, { browser: wanted, server: wanted });
};

const asInTheOrder: ShowExample = (example) => {
  const wanted = form('‹the order’s total›');
  const has = (event: TrackedEvent | null) => event !== null && amount.of(event) !== null;
  return shown(amount, example, {
    ...(has(example.browser) && { browser: wanted }),
    ...(has(example.server) && { server: wanted }),
  });
};

export const sameItems: ShowExample = (example) => {
  const wanted = form('‹the catalog’s ids, the same on both sides›');
  return ['content_ids', 'contents'].flatMap((name): ExampleField[] => {
    const reader = contentField(name);
    const has = (event: TrackedEvent | null) => event !== null && reader.of(event) !== null;
    return shown(reader, example, {
      ...(has(example.browser) && { browser: wanted }),
      ...(has(example.server) && { server: wanted }),
    });
  });
};
