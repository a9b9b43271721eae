/** Reads `--poll` and `--poll-header`: where is polled, and with which secrets. */
import { readPollAddress } from '../core/intake/poll/poll-address.ts';
import type { PollOptions } from '../core/intake/poll/poll-endpoint.ts';
import { readPollHeaders } from '../core/intake/poll/poll-headers.ts';
import { unusable } from './usage.ts';

/** Headers go to all polled addresses; so that no secret gets to a stranger, these must be of one origin then. */
export function readPolls(urls: readonly string[], headers: readonly string[]): PollOptions[] {
  const origins = new Set(urls.map((url) => readPollAddress(url).origin));
  if (headers.length > 0 && urls.length === 0) throw unusable('--poll-header needs a --poll URL.');
  if (headers.length > 0 && origins.size > 1) {
    throw unusable('--poll-header goes to every --poll URL, so they must all be of one host.');
  }
  const read = readPollHeaders(headers);
  return urls.map((url) => ({ url, headers: read }));
}
