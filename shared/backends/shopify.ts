/** Shopify: what can be seen and what cannot. */
import type { Backend } from './backend.ts';

export const shopify: Backend = {
  id: 'shopify',
  name: 'Shopify',
  summary:
    'Shopify’s own Meta integration sends its server events from Shopify’s machines to Meta. Nobody outside can see them: not the shop, not an app, not Twinlane.',
  ways: [
    {
      kind: 'endpoint',
      title: 'An app or backend of your own: send to the test endpoint',
      about:
        'If you send Conversions API events yourself, from webhooks or a custom app, that server is connected like any other; the page of its language says how.',
      snippets: [
        {
          place: 'in your app’s environment, if it takes Graph’s address from there',
          language: 'sh',
          text: 'export GRAPH_URL="{endpoint}"',
        },
      ],
      traps: [],
    },
  ],
  limits: [
    'The native integration’s server events: only Meta’s Events Manager shows them. Twinlane will list its browser events as browser-only, which here means “not seen”, not “not sent”.',
    'The native Pixel runs in a sandboxed frame: its calls are recorded, but page addresses may be the sandbox’s.',
    'Orders can be compared all the same: export them as CSV from Shopify and open the file (--orders).',
  ],
  tried: 'Nothing of Shopify can be run here; that its server events are out of sight is known from how they are sent.',
};
