/** One event as a command line that sends it, for a POSIX shell. */
import type { TrackedEvent } from '../../model/event.ts';
import { serverPayload } from './server-payload.ts';

export type RawRequest = { method: string | null; url: string | null; contentType: string | null; body: string | null };

/** The token is left to the shell's `$ACCESS_TOKEN`: it was cut out before anything was stored. */
export function curlOfServerEvent(event: TrackedEvent): string {
  const body = JSON.stringify({ data: [serverPayload(event)] }, null, 2);
  return [
    `curl 'https://graph.facebook.com/v24.0/${event.datasetId ?? 'DATASET_ID'}/events'`,
    `-H 'Content-Type: application/json'`,
    `-H "Authorization: Bearer $ACCESS_TOKEN"`,
    `--data ${shellQuoted(body)}`,
  ].join(' \\\n  ');
}

/** A browser call as it was captured; null where its address is not known. */
export function curlOfRequest({ method, url, contentType, body }: RawRequest): string | null {
  if (url === null) return null;
  const hasBody = body !== null && body !== '';
  return [
    `curl ${shellQuoted(url)}`,
    ...(method !== null && method !== (hasBody ? 'POST' : 'GET') ? [`-X ${shellQuoted(method)}`] : []),
    ...(hasBody && contentType !== null ? [`-H ${shellQuoted(`Content-Type: ${contentType}`)}`] : []),
    ...(hasBody ? [`--data-raw ${shellQuoted(body)}`] : []),
  ].join(' \\\n  ');
}

/** Single quotes keep everything; a single quote itself is closed, escaped and opened again. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
