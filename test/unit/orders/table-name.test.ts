import { describe, expect, it } from 'vitest';
import { isTableName } from '../../../shared/orders/table-name.ts';

describe('a table of text by its name', () => {
  it.each(['orders.csv', 'Orders 2026.TSV', '/exports/orders.csv.gz'])('%s is one', (name) => {
    expect(isTableName(name)).toBe(true);
  });

  it.each(['orders.xlsx', 'capi.log', 'orders.csv.zip', 'csv', 'orders.csv.log'])('%s is none', (name) => {
    expect(isTableName(name)).toBe(false);
  });
});
