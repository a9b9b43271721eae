/** When an action happened, in Unix seconds of UTC, and telling of it at once. */
import type { FixCode } from './stacks.ts';

export const eventTime: FixCode = {
  node: `event.setEventTime(Math.floor(Date.now() / 1000)); // seconds, not milliseconds; of the action, not of the job`,
  php: `$event->setEventTime(time()); // Unix seconds of UTC; of the action, not of the job
// From the database: $created->getTimestamp(), never strtotime() of a local time without its zone`,
  python: `event_time = int(time.time())  # Unix seconds of UTC; of the action, not of the job
# From the database: aware datetimes only, int(created_at.timestamp())`,
  gtm: `Leave the event time to the server container: it takes it from the incoming request.`,
  woocommerce: `$event_time = $order->get_date_created()->getTimestamp(); // WC_DateTime knows its zone`,
};

export const sendSoon: FixCode = {
  node: `// In the request that completes the order; its answer does not wait for Meta.
void send(event).catch((error) => queue.add(event, { attempts: 5, backoff: 2000 }));`,
  php: `// In the request that completes the order, after its answer:
fastcgi_finish_request();
$request->execute();`,
  python: `# A queue of its own, with a worker that is always there:
send_event.apply_async((payload,), queue="meta", retry=True)`,
  woocommerce: `// Action Scheduler runs on the next visit; a real cron keeps it from waiting for one:
// wp-config.php: define( 'DISABLE_WP_CRON', true );   crontab: * * * * * wp action-scheduler run
as_enqueue_async_action( 'shop_send_purchase', array( $order_id ) );`,
};
