/** Exports that are known by their columns. They say what names alone cannot: units, zones, and which number is shown. */
import { columnForm, type Role } from './column-names.ts';

export type Layout = {
  name: string;
  /** All of these columns are there. */
  needs: readonly string[];
  columns: Partial<Record<Role, string>>;
  /** The amounts are in minor units. */
  isMinor?: true;
  /** Times without a zone are UTC, as the column's name says. */
  isUtc?: true;
};

/** By the header rows of the shops' own exports and the fields of their interfaces. */
const layouts: readonly Layout[] = [
  {
    name: "Shopify's orders export",
    needs: ['Name', 'Financial Status', 'Created at', 'Lineitem quantity'],
    columns: {
      number: 'Name',
      alias: 'Id',
      value: 'Total',
      at: 'Created at',
      status: 'Financial Status',
      origin: 'Source',
    },
  },
  {
    name: "Shopify's Admin API",
    needs: ['name', 'order_number', 'financial_status', 'total_price'],
    columns: {
      number: 'name',
      alias: 'id',
      value: 'total_price',
      at: 'created_at',
      status: 'financial_status',
      tax: 'total_tax',
    },
  },
  {
    name: "Shopify's GraphQL API",
    needs: ['name', 'createdAt', 'totalPriceSet.shopMoney.amount'],
    columns: { number: 'name', alias: 'id', value: 'totalPriceSet.shopMoney.amount', at: 'createdAt' },
  },
  {
    name: "WooCommerce's REST API",
    needs: ['number', 'order_key', 'date_created_gmt', 'total'],
    columns: { number: 'number', alias: 'id', value: 'total', at: 'date_created_gmt', origin: 'created_via' },
    isUtc: true,
  },
  {
    name: "WooCommerce's order export",
    needs: ['order_number', 'order_total', 'order_currency'],
    columns: { value: 'order_total', alias: 'order_id', currency: 'order_currency', status: 'status' },
  },
  {
    name: "WooCommerce's order export",
    needs: ['Order Number', 'Order Status', 'Order Date', 'Order Total Amount'],
    columns: { number: 'Order Number', value: 'Order Total Amount', at: 'Order Date', status: 'Order Status' },
  },
  {
    name: "WooCommerce's analytics",
    needs: ['Order #', 'N. Revenue', 'Status', 'Date'],
    columns: { number: 'Order #', value: 'N. Revenue', at: 'Date', status: 'Status' },
  },
  {
    name: "Stripe's payments export",
    needs: ['id', 'Created (UTC)', 'Amount', 'Amount Refunded', 'Status'],
    columns: { value: 'Amount', at: 'Created (UTC)', status: 'Status', test: 'Mode' },
    isUtc: true,
  },
  {
    name: "Stripe's payments export",
    needs: ['id', 'Created date (UTC)', 'Amount', 'Amount Refunded', 'Status'],
    columns: { value: 'Amount', at: 'Created date (UTC)', status: 'Status', test: 'Mode' },
    isUtc: true,
  },
  {
    name: "Stripe's API",
    needs: ['object', 'id', 'amount', 'created', 'livemode', 'currency'],
    columns: { value: 'amount', at: 'created', status: 'status', test: 'livemode', refunded: 'amount_refunded' },
    isMinor: true,
  },
  {
    name: "Stripe's Checkout sessions",
    needs: ['object', 'id', 'amount_total', 'created', 'livemode', 'payment_status'],
    columns: {
      value: 'amount_total',
      at: 'created',
      status: 'payment_status',
      test: 'livemode',
      number: 'client_reference_id',
    },
    isMinor: true,
  },
];

export function layoutOf(columns: readonly string[]): Layout | null {
  const present = new Set(columns.map(columnForm));
  return layouts.find(({ needs }) => needs.every((name) => present.has(columnForm(name)))) ?? null;
}
