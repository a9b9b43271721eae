/** A website event of the server without the page's address. */
import { isGiven } from '../../meta/money.ts';
import { type Rule, showsUserData } from '../rule.ts';

export const requestMissingUrl: Rule = {
  code: 'request.missing-url',
  severity: 'error',
  title: 'The website event has no event_source_url',
  eventsManager: null,
  source: 'Meta: Server event parameters',
  confidence: 'high',
  check({ browser, server }) {
    const event = server.find(
      (each) =>
        each.actionSource === 'website' &&
        each.url === null &&
        showsUserData(each) &&
        !isGiven(each.other['event_source_url']),
    );
    if (event === undefined) return null;
    const page = browser.find(({ url }) => url !== null)?.url ?? null;
    return {
      detail: `Website events need event_source_url, and this one has none. Meta cannot check it against the dataset's domains, and rules for custom conversions by URL do not see it.`,
      fix: `Send the address of the page on which it happened: event_source_url, setEventSourceUrl(url) in Meta's SDKs; in a webhook, the one that was stored with the order.`,
      events: [event],
      browser: page,
      server: 'event_source_url is missing',
    };
  },
};
