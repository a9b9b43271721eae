/** Sending at all: to one dataset, under one name, before the page is gone. */
import type { FixCode } from './stacks.ts';

export const eventName: FixCode = {
  fbq: `fbq('track', 'Purchase', data, { eventID: id }); // standard events are written just so`,
  node: `event.setEventName('Purchase'); // letter for letter as in fbq`,
  php: `$event->setEventName('Purchase'); // letter for letter as in fbq`,
  python: `event.event_name = "Purchase"  # letter for letter as in fbq`,
};

export const dataset: FixCode = {
  fbq: `fbq('init', 'DATASET_ID'); // the same digits as in …/DATASET_ID/events`,
  node: `new EventRequest(process.env.META_TOKEN, process.env.META_DATASET_ID) // the id that fbq('init', …) has`,
  php: `new EventRequest(getenv('META_DATASET_ID')) // the id that fbq('init', …) has`,
  python: `EventRequest(pixel_id=os.environ["META_DATASET_ID"], events=[event])  # the id that fbq("init", …) has`,
};

export const beforeLeaving: FixCode = {
  fbq: `// On the page that follows, or before leaving it: give the call a moment.
button.addEventListener('click', (click) => {
  click.preventDefault();
  fbq('track', 'InitiateCheckout', data, { eventID: id });
  setTimeout(() => location.assign(button.href), 150);
});`,
  gtm: `Trigger: turn on "Wait for tags" (2000 ms) for link clicks and form submissions.`,
};

export const fromServer: FixCode = {
  node: `const event = new ServerEvent()
  .setEventName('Purchase')
  .setEventId(order.eventId)
  .setEventTime(Math.floor(Date.now() / 1000))
  .setActionSource('website')
  .setEventSourceUrl(order.pageUrl)
  .setUserData(userData)
  .setCustomData(customData);
await new EventRequest(process.env.META_TOKEN, process.env.META_DATASET_ID).setEvents([event]).execute();`,
  php: `$event = (new Event())
  ->setEventName('Purchase')
  ->setEventId($order->eventId)
  ->setEventTime(time())
  ->setActionSource(ActionSource::WEBSITE)
  ->setEventSourceUrl($order->pageUrl)
  ->setUserData($userData)
  ->setCustomData($customData);
(new EventRequest(getenv('META_DATASET_ID')))->setEvents([$event])->execute();`,
  python: `event = Event(
    event_name="Purchase", event_id=order.event_id, event_time=int(time.time()),
    action_source=ActionSource.WEBSITE, event_source_url=order.page_url,
    user_data=user_data, custom_data=custom_data,
)
EventRequest(pixel_id=os.environ["META_DATASET_ID"], events=[event]).execute()`,
};

export const testCode: FixCode = {
  node: `const request = new EventRequest(token, datasetId).setEvents([event]);
if (process.env.NODE_ENV !== 'production') request.setTestEventCode(process.env.META_TEST_CODE);`,
  php: `if (getenv('APP_ENV') !== 'production') { $request->setTestEventCode(getenv('META_TEST_CODE')); }`,
  python: `test_event_code = None if settings.PRODUCTION else os.environ["META_TEST_CODE"]`,
};
