/** Makes browser calls for tests: everything that a test does not care about has a plain value. */
import type { BrowserCallFact } from '../../shared/model/fact.ts';

export function browserCall(given: Partial<BrowserCallFact>): BrowserCallFact {
  return {
    kind: 'browser-call',
    input: 0,
    place: 'entry 1',
    key: '0:entry 1',
    at: 1765875600500,
    method: 'GET',
    url: 'https://www.facebook.com/tr/',
    contentType: null,
    body: null,
    bodyCharset: 'utf8',
    bodyState: 'whole',
    status: 200,
    error: null,
    held: false,
    page: null,
    userAgent: null,
    cookies: null,
    ...given,
  };
}
