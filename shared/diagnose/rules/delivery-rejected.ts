/** Graph refused a request: every event in it is lost. Told once for the request, at its first event. */
import { countsAtMeta } from '../../model/event.ts';
import { type Rule, wasSentAgain } from '../rule.ts';

export const deliveryRejected: Rule = {
  code: 'delivery.rejected',
  severity: 'error',
  title: 'Meta refused the server request',
  eventsManager: null,
  source: "Graph's answer to the request",
  confidence: 'high',
  check(view) {
    const { server, session } = view;
    const event = server.find(
      (each) => each.outcome === 'rejected' && session.request(each.request)[0]?.id === each.id,
    );
    // Sent again and taken: nothing is lost, and dup.server-repeat tells of the retry.
    const isTaken = server.some((each) => each !== event && countsAtMeta(each)) || wasSentAgain(view);
    if (event === undefined || isTaken) return null;
    const lost = session.request(event.request);
    const { code, subcode, message } = event.rejection ?? { code: null, subcode: null, message: event.answer ?? '' };
    const number = [code, subcode].filter((each) => each !== null).join('/');
    return {
      detail: `Graph answered ${number === '' ? 'with an error' : `error ${number}`}: ${message || 'no message'}. ${lost.length === 1 ? 'The event in it is lost' : `All ${lost.length} events in it are lost`}.`,
      fix: advice(code, subcode),
      events: lost,
      server: number === '' ? message : `${number} ${message}`,
    };
  },
};

/** By Graph's code and subcode; its texts are localised and no ground to stand on. */
function advice(code: number | null, subcode: number | null): string {
  const bySubcode: Record<number, string> = {
    2804003: 'Send events within 7 days of event_time (Unix seconds); 62 days for physical_store.',
    2804009: 'Set custom_data.value and custom_data.currency on every Purchase.',
    2804016: 'Hash em, ph, fn, ln, … with SHA-256 after normalization; do not hash IP, user agent, fbp and fbc.',
    2804019:
      'Add the parameter that the message names: event_name, event_time, action_source and user_data are required.',
    2804050: 'Add customer information: client_ip_address with client_user_agent, fbp, em or ph.',
  };
  const known = subcode === null ? undefined : bySubcode[subcode];
  if (known !== undefined) return `${known} A resend with the same event_id is safe.`;
  if (code === 190)
    return 'The access token is invalid or expired: make a new one in Events Manager, Settings, Conversions API.';
  if (code === 3 || code === 10 || code === 200)
    return 'The access token may not write to this dataset: check its permissions and the dataset id.';
  if (code === 1 || code === 2 || code === 4 || code === 17)
    return 'A passing fault at Meta or too many requests: retry with the same event_id after a pause.';
  return 'Mend what the message names and resend with the same event_id.';
}
