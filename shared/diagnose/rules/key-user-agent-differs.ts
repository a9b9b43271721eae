/** The twins name different user agents, or the server's is that of a server. */
import type { BrowserEvent, ServerEvent } from '../../model/event.ts';
import { comparableCopies } from '../customer-values.ts';
import { type Hit, quote, type Rule } from '../rule.ts';

export const keyUserAgentDiffers: Rule = {
  code: 'key.user-agent-differs',
  severity: 'warning',
  title: 'client_user_agent is not the visitor’s',
  eventsManager: null,
  source: 'Meta: Customer information parameters',
  confidence: 'high',
  check(view) {
    const byServer = view.server.find(isServersOwn);
    if (byServer !== undefined) return tellServersOwn(byServer, view.browser[0]);
    const copies = comparableCopies(view);
    const [left, right] = [copies?.browser.userAgent?.trim(), copies?.server.userAgent?.trim()];
    if (!copies || !left || !right || left === right) return null;
    return {
      detail: `The browser calls itself ${quote(left)}, the server event says ${quote(right)}${difference(left, right)}. User agent and address together are a key by which Meta finds the visitor.`,
      fix: `Copy the User-Agent header of the visitor’s own request, whole: setClientUserAgent(ua), user_data.client_user_agent. Keep it with the order where the event is sent later.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};

/** HTTP libraries, crawlers and tools name themselves first; no browser does. */
const serverAgents =
  /^(?:axios|node(?:-fetch|\.js|-superagent)?|undici|got|deno|bun|python(?:-requests|-urllib|-httpx)?|aiohttp|httpx|curl|libcurl|wget|guzzlehttp|symfony|php|java|apache-httpclient|jersey|okhttp|go-http-client|ruby|faraday|rest-client|typhoeus|httpie|reqwest|dart|postmanruntime|insomnia|libwww-perl|wordpress|woocommerce|fbbizsdk[\w-]*|facebookexternalhit|facebookbot|meta-externalagent)(?:[\s/();,]|$)/i;

function isServersOwn({ userAgent, actionSource }: ServerEvent): boolean {
  const isWebsite = actionSource === 'website' || actionSource === null;
  return isWebsite && userAgent !== null && serverAgents.test(userAgent.trim());
}

function tellServersOwn(event: ServerEvent, twin: BrowserEvent | undefined): Hit {
  return {
    detail: `client_user_agent is ${quote(event.userAgent ?? '')}: that is the program which sent the event, not the visitor’s browser. Meta finds nobody by it.`,
    fix: `Copy the User-Agent header of the visitor’s own request: setClientUserAgent(ua), user_data.client_user_agent. In a queue job there is no such request: keep it with the order.`,
    events: twin === undefined ? [event] : [twin, event],
    browser: twin?.userAgent ?? null,
    server: event.userAgent,
  };
}

function difference(left: string, right: string): string {
  if (left.startsWith(right)) return ', cut off at its end';
  if (left.toLowerCase() === right.toLowerCase()) return ', in another case';
  return left.replace(/\s+/g, '') === right.replace(/[\s+]+/g, '') ? ', with other spaces' : '';
}
