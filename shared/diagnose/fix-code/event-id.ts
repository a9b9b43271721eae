/** One id for one action, made in one place and handed to both sides. */
import type { FixCode } from './stacks.ts';

export const eventId: FixCode = {
  fbq: `// The id comes from the server that rendered the page, or is made here and sent along with the order.
fbq('track', 'Purchase', { value: 49.9, currency: 'EUR' }, { eventID: order.eventId });`,
  gtm: `<!-- Web container: a data layer variable "event_id" in the fourth argument -->
<script>
  fbq('track', 'Purchase', { value: {{value}}, currency: {{currency}} }, { eventID: {{event_id}} });
</script>
<!-- Server container: send event_id as a parameter of the same event; the Conversions API tag takes it from there -->`,
  node: `const event = new ServerEvent()
  .setEventName('Purchase')
  .setEventId(order.eventId) // the very text that the page gave to eventID
  .setEventTime(Math.floor(order.createdAt / 1000));`,
  php: `$event = (new Event())
  ->setEventName('Purchase')
  ->setEventId($order->eventId) // the very text that the page gave to eventID
  ->setEventTime($order->createdAt->getTimestamp());`,
  python: `event = Event(
    event_name="Purchase",
    event_id=order.event_id,  # the very text that the page gave to eventID
    event_time=int(order.created_at.timestamp()),
)`,
  woocommerce: `// One id for an order, kept with it: both sides read it from here.
function shop_event_id( WC_Order $order ): string {
  $id = $order->get_meta( '_meta_event_id' );
  if ( '' === $id ) {
    $id = wp_generate_uuid4();
    $order->update_meta_data( '_meta_event_id', $id );
    $order->save();
  }
  return $id;
}`,
};

/** The same action is told once: a reload of the thank-you page, or a second run of a job, tells nothing. */
export const sendOnce: FixCode = {
  fbq: `const key = 'purchase-sent-' + order.id;
if (!localStorage.getItem(key)) {
  localStorage.setItem(key, '1');
  fbq('track', 'Purchase', data, { eventID: order.eventId });
}`,
  gtm: `Tag settings: fire this tag once per page, on one trigger only.
Blocking trigger: a first-party cookie variable "purchase_sent" that equals the order number.`,
  node: `// The row is written with the order; only who inserts it sends the event.
const { rowCount } = await db.query(
  'INSERT INTO sent_events (event_id) VALUES ($1) ON CONFLICT DO NOTHING', [order.eventId]);
if (rowCount === 1) await send(event);`,
  php: `// The row is written with the order; only who inserts it sends the event.
$isFirst = $db->prepare('INSERT IGNORE INTO sent_events (event_id) VALUES (?)');
$isFirst->execute([$order->eventId]);
if ($isFirst->rowCount() === 1) { $request->execute(); }`,
  python: `# The row is written with the order; only who inserts it sends the event.
_, is_first = SentEvent.objects.get_or_create(event_id=order.event_id)
if is_first:
    request.execute()`,
  woocommerce: `add_action( 'woocommerce_thankyou', function ( $order_id ) {
  $order = wc_get_order( $order_id );
  if ( ! $order || $order->get_meta( '_meta_purchase_sent' ) ) {
    return;
  }
  $order->update_meta_data( '_meta_purchase_sent', '1' );
  $order->save();
  // … print the fbq call here
} );`,
};
