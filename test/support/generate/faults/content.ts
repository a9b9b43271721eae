/** What was bought, told differently or wrongly. */
import type { Json } from '../../../../shared/model/json.ts';
import { copiesOf } from '../draft.ts';
import { type Fault, type Part, withGoods } from '../fault.ts';

type ContentFault = Pick<Fault, 'name' | 'codes'> & {
  part: Part;
  field: string;
  side: 'pixel' | 'capi';
  /** `undefined` takes the field away. */
  spell(value: Json): Json | undefined;
} & Partial<Pick<Fault, 'tolerated' | 'only' | 'weakens' | 'touches'>>;

function contentFault({ part, field, side, spell, ...fault }: ContentFault): Fault {
  return {
    touches: [part],
    only: withGoods,
    ...fault,
    apply(draft) {
      const { customData } = copiesOf(draft)[side];
      const spelled = spell(customData[field] ?? null);
      if (spelled === undefined) delete customData[field];
      else customData[field] = spelled;
    },
  };
}

const onlyPurchase = { only: ['Purchase'] } as const;
const refusedToo = { tolerated: ['request.invalid'] };
const gone = () => undefined;

export const contentFaults: readonly Fault[] = [
  contentFault({
    name: 'tax on one side',
    codes: ['content.value-differs'],
    part: 'value',
    field: 'value',
    side: 'capi',
    weakens: true,
    spell: (value) => Number((Number(value) * 1.19).toFixed(2)),
  }),
  contentFault({
    name: 'cents on the server',
    codes: ['content.value-differs'],
    part: 'value',
    field: 'value',
    side: 'capi',
    weakens: true,
    spell: (value) => Math.round(Number(value) * 100),
  }),
  contentFault({
    name: 'another currency',
    codes: ['content.currency-differs'],
    part: 'currency',
    field: 'currency',
    side: 'capi',
    weakens: true,
    spell: () => 'USD',
  }),
  ...(['pixel', 'capi'] as const).flatMap((side) => [
    contentFault({
      name: `no value, ${side}`,
      codes: ['content.value-missing'],
      part: 'value',
      field: 'value',
      side,
      spell: gone,
      ...onlyPurchase,
      ...refusedToo,
    }),
    contentFault({
      name: `no currency, ${side}`,
      codes: ['content.currency-missing'],
      part: 'currency',
      field: 'currency',
      side,
      spell: gone,
      ...onlyPurchase,
      ...refusedToo,
    }),
  ]),
  contentFault({
    name: 'a comma in the value',
    codes: ['content.value-invalid'],
    part: 'value',
    field: 'value',
    side: 'pixel',
    spell: (value) => Number(value).toFixed(2).replace('.', ','),
  }),
  contentFault({
    name: 'a currency sign in the value',
    codes: ['content.value-invalid'],
    part: 'value',
    field: 'value',
    side: 'capi',
    spell: (value) => `€${Number(value).toFixed(2)}`,
    ...refusedToo,
  }),
  contentFault({
    name: 'a currency sign as currency',
    codes: ['content.currency-invalid'],
    tolerated: ['content.currency-differs', 'request.invalid'],
    part: 'currency',
    field: 'currency',
    side: 'capi',
    weakens: true,
    spell: () => '€',
  }),
  contentFault({
    name: 'other products',
    codes: ['content.items-differ'],
    part: 'items',
    touches: ['items', 'id'],
    field: 'content_ids',
    side: 'capi',
    weakens: true,
    spell: () => ['VARIANT-77'],
  }),
  contentFault({
    name: 'another order number',
    codes: ['content.order-differs'],
    part: 'order',
    touches: ['order', 'id', 'twin', 'page'],
    field: 'order_id',
    side: 'capi',
    weakens: true,
    spell: (value) => `9${Number(value) * 7}`,
    ...onlyPurchase,
  }),
];
