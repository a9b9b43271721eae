/** Faults of value and currency: both copies arrive and say different things, or nothing of use. */
import type { JsonObject } from '../../../shared/model/json.ts';
import { eachCall, type Fault, onPurchase, serverContent, without } from './fault.ts';

const taxRate = 1.19;

const pixelContent = (change: (data: JsonObject) => JsonObject) =>
  eachCall((call) => ({ ...call, data: change(call.data) }));

const withTax = (value: unknown) => Math.round(Number(value) * taxRate * 100) / 100;
const commaText = (value: unknown) => Number(value).toFixed(2).replace('.', ',');

export const contentFaults = [
  {
    id: 'content.value-differs',
    code: 'content.value-differs',
    ...onPurchase,
    title: 'Values differ: tax',
    does: 'The page reports the net sum, the server the sum with 19 % tax. Place an order.',
    capi: serverContent((data) => ({ ...data, value: withTax(data['value']) })),
  },
  {
    id: 'content.value-missing',
    code: 'content.value-missing',
    ...onPurchase,
    title: 'No value',
    does: 'The page reports a Purchase without value. Place an order.',
    pixel: pixelContent((data) => without(data, 'value')),
  },
  {
    id: 'content.value-invalid',
    code: 'content.value-invalid',
    ...onPurchase,
    title: 'Value with a comma',
    does: 'The page sends the sum as it prints it, 12,50. Place an order.',
    pixel: pixelContent((data) => ({ ...data, value: commaText(data['value']) })),
  },
  {
    id: 'content.currency-differs',
    code: 'content.currency-differs',
    ...onPurchase,
    title: 'Currencies differ',
    does: 'The server sends USD, the default of its plugin. Place an order.',
    capi: serverContent((data) => ({ ...data, currency: 'USD' })),
  },
  {
    id: 'content.currency-missing',
    code: 'content.currency-missing',
    ...onPurchase,
    title: 'No currency',
    does: 'The page reports a Purchase without currency. Place an order.',
    pixel: pixelContent((data) => without(data, 'currency')),
  },
  {
    id: 'content.currency-invalid',
    code: 'content.currency-invalid',
    ...onPurchase,
    also: ['content.currency-differs'],
    title: 'Currency is a sign',
    does: 'The page sends € where a code belongs. Place an order.',
    pixel: pixelContent((data) => ({ ...data, currency: '€' })),
  },
] as const satisfies readonly Fault[];
