/** Picks the console lines that are about the Pixel, and the reports of a Content Security Policy that stopped it. */

export type ConsoleLine = { what: 'console' | 'csp'; text: string; url: string | null };

type Entry = { source?: string; text?: string; url?: string };

const aboutPixel = /facebook\.(?:com|net)|fbevents|\bfbq\b|meta[ -]pixel|instagram\.com\/tr\b/i;
const aboutPolicy = /content security policy/i;
const LONGEST_LINE = 2000;

/** Null for everything else. Failed requests are left out: they are told as calls. */
export function readConsoleLine(method: string, params: Record<string, unknown>): ConsoleLine | null {
  const entry = entryOf(method, params);
  if (entry === null) return null;
  const { text = '', url = null } = entry;
  if (!aboutPixel.test(text) && !aboutPixel.test(url ?? '')) return null;
  return { what: aboutPolicy.test(text) ? 'csp' : 'console', text: text.slice(0, LONGEST_LINE), url };
}

function entryOf(method: string, params: Record<string, unknown>): Entry | null {
  if (method === 'Console.messageAdded') {
    const message = params.message as Entry;
    return message.source === 'console-api' ? message : null;
  }
  if (method !== 'Log.entryAdded') return null;
  const entry = params.entry as Entry;
  return entry.source === 'network' ? null : entry;
}
