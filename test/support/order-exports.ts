/** Exports of a made-up shop, with the columns and fields that the real ones have. */

const shopifyColumns =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,' +
  'Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,' +
  'Billing Name,Billing Street,Cancelled at,Payment Method,Refunded Amount,Id,Tags,Source';

/** Two products in the first order; the second was paid back, the third is of a till and was called off. */
export const shopifyCsv = `${shopifyColumns}
#1001,anna@example.com,paid,2026-11-24 12:00:05 +0200,unfulfilled,,no,EUR,45.00,4.90,7.98,49.90,,0.00,Standard,2026-11-24 12:00:00 +0200,1,"Lamp, small",20.00,Anna Berg,"Hauptstr. 1
2nd floor",,Shopify Payments,0.00,5123456789012,,web
#1001,anna@example.com,,,,,,,,,,,,,,2026-11-24 12:00:00 +0200,1,Bulb,25.00,,,,,,,,
#1002,bo@example.com,refunded,2026-11-24 12:05:05 +0200,unfulfilled,,no,EUR,25.00,4.90,4.78,29.90,,0.00,Standard,2026-11-24 12:05:00 +0200,1,Cup,25.00,Bo Lund,Hauptstr. 2,,Shopify Payments,29.90,5123456789013,,web
#1003,bo@example.com,voided,,unfulfilled,,no,EUR,19.50,0.00,3.11,19.50,,0.00,,2026-11-24 12:06:00 +0200,1,Pot,19.50,Bo Lund,Hauptstr. 2,2026-11-24 12:30:00 +0200,Cash,0.00,5123456789014,,pos
`;

const person = {
  email: 'anna@example.com',
  phone: '+49170000000',
  customer: { first_name: 'Anna', last_name: 'Berg' },
};

export const shopifyApi = JSON.stringify({
  orders: [
    {
      ...{ id: 5123456789012, name: '#1001', order_number: 1001, number: 1, created_at: '2026-11-24T12:00:00+02:00' },
      ...{ total_price: '49.90', total_tax: '7.98', currency: 'EUR', financial_status: 'paid', test: false },
      ...{ cancelled_at: null, source_name: 'web', line_items: [{ id: 1, price: '49.90' }], ...person },
    },
    {
      ...{ id: 5123456789013, name: '#1002', order_number: 1002, number: 2, created_at: '2026-11-24T12:05:00+02:00' },
      ...{ total_price: '29.90', total_tax: '4.78', currency: 'EUR', financial_status: 'paid', test: true },
      ...{ cancelled_at: null, source_name: 'web', line_items: [{ id: 2, price: '29.90' }], ...person },
    },
  ],
});

export const shopifyGraph = JSON.stringify({
  data: {
    orders: {
      edges: [
        {
          node: {
            ...{ id: 'gid://shopify/Order/5123456789012', name: '#1001', createdAt: '2026-11-24T10:00:00Z' },
            ...{ displayFinancialStatus: 'PAID', cancelledAt: null, test: false, sourceName: 'web' },
            totalPriceSet: { shopMoney: { amount: '49.90', currencyCode: 'EUR' } },
          },
        },
      ],
    },
  },
});

export const wooCsv = `order_id,order_number,order_date,paid_date,status,shipping_total,tax_total,order_total,order_currency,billing_first_name,billing_email,customer_note
501,1001,2026-11-24 10:00:00 +0000,2026-11-24 10:00:20 +0000,processing,4.90,7.98,49.90,EUR,Anna,anna@example.com,
502,1002,2026-11-24 10:05:00 +0000,,on-hold,4.90,4.78,29.90,EUR,Anna,anna@example.com,"by bank, please"
`;

export const wooAnalytics = `Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type",Product(s),"Items sold",Coupon(s),"N. Revenue"
"2026-11-24 10:00:00",1001,"41,93 €",processing,"Anna Berg",new,"1× Lamp",1,,41.93
"2026-11-24 10:05:00",1002,"25,13 €",cancelled,"Anna Berg",returning,"1× Cup",1,,25.13
`;

export const wooApi = JSON.stringify([
  {
    ...{ id: 501, number: '1001', order_key: 'wc_order_a', status: 'processing', currency: 'EUR', total: '49.90' },
    ...{ date_created: '2026-11-24T11:00:00', date_created_gmt: '2026-11-24T10:00:00', created_via: 'checkout' },
    billing: { first_name: 'Anna', last_name: 'Berg', email: 'anna@example.com', address_1: 'Hauptstr. 1' },
  },
  {
    ...{ id: 502, number: '1002', order_key: 'wc_order_b', status: 'completed', currency: 'EUR', total: '29.90' },
    ...{ date_created: '2026-11-24T11:05:00', date_created_gmt: '2026-11-24T10:05:00', created_via: 'subscription' },
    billing: { first_name: 'Anna', last_name: 'Berg', email: 'anna@example.com', address_1: 'Hauptstr. 1' },
  },
]);

export const stripeCsv = `id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Tax,Converted Currency,Mode,Status,Customer Email,Captured,Card Last4,Card Name,order_id (metadata)
ch_3Pa,Order 1001,Payment complete.,2026-11-24 10:00,"49,90","0,00",eur,"49,90","1,04","0,00",eur,Live,Paid,anna@example.com,true,4242,Anna Berg,1001
ch_3Pb,Order 1002,The bank declined.,2026-11-24 10:05,"1290,00","0,00",jpy,"7,90","0,00","0,00",eur,Live,Failed,anna@example.com,false,4242,Anna Berg,1002
`;

const charge = (id: string, own: object) => ({
  ...{
    id,
    object: 'charge',
    amount_refunded: 0,
    livemode: true,
    status: 'succeeded',
    receipt_email: 'anna@example.com',
  },
  ...{ billing_details: { name: 'Anna Berg', email: 'anna@example.com' }, ...own },
});

export const stripeApi = JSON.stringify({
  object: 'list',
  has_more: false,
  data: [
    charge('ch_3Pa', { amount: 4990, currency: 'eur', created: 1795514400, metadata: { order_id: '1001' } }),
    charge('ch_3Pb', {
      amount: 1290,
      currency: 'jpy',
      created: 1795514700,
      livemode: false,
      metadata: { order_id: '1002' },
    }),
  ],
});
