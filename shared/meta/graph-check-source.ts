/** What Graph asks of an event for its action source: a known one, app data for apps, a channel for messages. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { type GraphError, invalidParameter, wrongType } from './graph-error.ts';
import { asText } from './json-in-text.ts';

/** Meta, server event parameters. */
const actionSources = [
  'website',
  'app',
  'email',
  'phone_call',
  'chat',
  'physical_store',
  'system_generated',
  'business_messaging',
  'other',
];

/** Meta, Conversions API for business messaging: names of the Pixel such as `Lead` are refused. */
const messagingEvents = [
  'LeadSubmitted',
  'Purchase',
  'AddToCart',
  'InitiateCheckout',
  'ViewContent',
  'QualifiedLead',
  'OrderCreated',
  'OrderShipped',
  'OrderDelivered',
  'OrderCanceled',
  'OrderReturned',
  'CartAbandoned',
  'RatingProvided',
  'ReviewProvided',
];

/** Meta, app data parameters: `extinfo` has 16 elements, empty ones included. */
const extinfoLength = 16;

/** The first error; null where the source is not given (events about an earlier event have none) or all is well. */
export function checkSource(event: JsonObject, path: string): GraphError | null {
  const source = event.action_source ?? null;
  if (source === null || source === '') return null;
  const name = asText(source);
  if (!actionSources.includes(name)) {
    return wrongType(`${path}['action_source']`, `one of ${actionSources.join(', ')}`);
  }
  if (name === 'app') return checkApp(event.app_data, path);
  return name === 'business_messaging' ? checkMessaging(event, path) : null;
}

/** Without `app_data` nothing is said: Meta's SDKs for apps send it by another way. */
function checkApp(appData: Json | undefined, path: string): GraphError | null {
  if (!isJsonObject(appData)) return null;
  const { extinfo } = appData;
  if (Array.isArray(extinfo) && extinfo.length === extinfoLength) return null;
  const detail = `The parameter ${path}['app_data']['extinfo'] must be a list of ${extinfoLength} values; leave those that are not known empty.`;
  return invalidParameter(2804043, 'Invalid App Extinfo', detail);
}

function checkMessaging(event: JsonObject, path: string): GraphError | null {
  const channel = asText(event.messaging_channel ?? '');
  const user = isJsonObject(event.user_data) ? event.user_data : {};
  if (channel === '') {
    const detail = `The parameter ${path}['messaging_channel'] is required for business_messaging.`;
    return invalidParameter(2804063, 'Missing Messaging Channel', detail);
  }
  if (!messagingEvents.includes(asText(event.event_name ?? ''))) {
    const detail = `The parameter ${path}['event_name'] is no event of business messaging. Use LeadSubmitted instead of Lead; known are ${messagingEvents.join(', ')}.`;
    return invalidParameter(2804066, 'Messaging Event Invalid Event Type', detail);
  }
  if (channel === 'messenger' && !user.page_id) {
    const detail = `The parameter ${path}['user_data']['page_id'] is required for Messenger.`;
    return invalidParameter(2804072, 'Messaging Event Invalid Page Id', detail);
  }
  if (channel === 'whatsapp' && !user.ctwa_clid) {
    const detail = `The parameter ${path}['user_data']['ctwa_clid'] is required for WhatsApp: the id of the click on the ad.`;
    return invalidParameter(2804087, 'Messaging Event Invalid Ctwa Clid', detail);
  }
  return null;
}
