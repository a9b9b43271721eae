/** Reads `--orders-columns` and `--orders-zone`: how an export of orders is to be understood. */
import type { ColumnWishes } from '../../shared/orders/choose-columns.ts';
import { type Role, roles } from '../../shared/orders/column-names.ts';
import { readZone } from '../../shared/orders/order-time.ts';
import type { OrderSettings } from '../../shared/orders/read-order-table.ts';
import { unusable } from './usage.ts';

type Given = { columns: string | undefined; zone: string | undefined };

export function readOrderSettings({ columns, zone }: Given): OrderSettings {
  return {
    columns: columns === undefined ? {} : readColumns(columns),
    zone: zone === undefined ? null : readOffset(zone),
  };
}

/** A column's name may hold a comma: only a comma before the next `role=` divides. */
function readColumns(list: string): ColumnWishes {
  const wishes: ColumnWishes = {};
  for (const part of list.split(/,(?=\s*[a-z]+\s*=)/)) {
    const [, role = '', column = ''] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    if (!isRole(role)) {
      throw unusable(`--orders-columns takes ${roles.join('=…, ')}=… with the names of columns, not “${part.trim()}”.`);
    }
    wishes[role] = column;
  }
  return wishes;
}

function isRole(name: string): name is Role {
  return roles.some((role) => role === name);
}

function readOffset(name: string): NonNullable<OrderSettings['zone']> {
  const offset = readZone(name);
  if (offset !== null) return { name, offset };
  throw unusable(`--orders-zone takes a zone such as Europe/Berlin, UTC or +02:00, not “${name}”.`);
}
