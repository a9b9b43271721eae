/** What a person says of an export of orders in the window: columns by their roles, and the zone of its times. */
import type { OrderWishes } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { readZone } from '../../shared/orders/order-time.ts';
import type { OrderSettings } from '../../shared/orders/read-order-table.ts';

/** Refuses a zone that is none. */
export function orderSettingsOf(wishes: OrderWishes | undefined): OrderSettings {
  if (wishes === undefined) return {};
  const { columns, zone } = wishes;
  const given = Object.entries(columns).filter(([, column]) => column.trim() !== '');
  return { columns: Object.fromEntries(given), zone: zone === null ? null : zoneNamed(zone) };
}

function zoneNamed(name: string): NonNullable<OrderSettings['zone']> {
  const offset = readZone(name);
  if (offset !== null) return { name, offset };
  throw new Refusal('bad-input', `“${name}” is no time zone. Write it like Europe/Berlin, UTC or +02:00.`);
}
