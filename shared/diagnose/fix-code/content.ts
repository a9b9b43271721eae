/** What was bought, for how much: the same from one place on both sides. */
import type { FixCode } from './stacks.ts';

export const value: FixCode = {
  fbq: `fbq('track', 'Purchase', { value: 49.9, currency: 'EUR' }, { eventID: order.eventId }); // units, ISO 4217`,
  gtm: `Both containers: value and currency from the same data layer variables (ecommerce.value, ecommerce.currency).`,
  node: `const customData = new CustomData().setValue(order.totalCents / 100).setCurrency('EUR').setOrderId(order.number);`,
  php: `$customData = (new CustomData())->setValue($order->totalCents / 100)->setCurrency('EUR')->setOrderId($order->number);`,
  python: `custom_data = CustomData(value=order.total_cents / 100, currency="EUR", order_id=order.number)`,
  woocommerce: `$custom_data = array(
  'value'    => (float) $order->get_total(), // with tax and shipping; use the same on the page
  'currency' => $order->get_currency(),
  'order_id' => $order->get_order_number(),
);`,
};

export const items: FixCode = {
  fbq: `fbq('track', 'Purchase', {
  content_type: 'product',
  contents: [{ id: 'SKU-1', quantity: 2 }], // ids as they stand in your catalog
  value: 49.9,
  currency: 'EUR',
}, { eventID: order.eventId });`,
  node: `customData.setContentType('product')
  .setContents(order.lines.map((line) => new Content().setId(line.sku).setQuantity(line.quantity)));`,
  php: `$customData->setContentType('product')->setContents(array_map(
  fn ($line) => (new Content())->setProductId($line->sku)->setQuantity($line->quantity), $order->lines));`,
  python: `custom_data.content_type = "product"
custom_data.contents = [Content(product_id=line.sku, quantity=line.quantity) for line in order.lines]`,
  woocommerce: `'contents' => array_map(
  fn ( $item ) => array( 'id' => $item->get_product()->get_sku(), 'quantity' => $item->get_quantity() ),
  array_values( $order->get_items() )
),`,
};
