/** The address that is polled: its placeholders `{since}`, `{since_ms}`, `{since_s}` and `{cursor}`, and what may be shown of it. */
import { Refusal } from '../../../../shared/api/errors.ts';
import type { TimeMs } from '../../../../shared/model/fact.ts';

export type PollAddress = {
  /** Scheme, host and path: a query may hold secrets. */
  name: string;
  hasSince: boolean;
  hasCursor: boolean;
  origin: string;
  fill(position: { since: TimeMs; cursor: string | null }): string;
};

const placeholder = /\{(since|since_ms|since_s|cursor)\}/g;

/** Throws a Refusal where it is no address that can be polled. */
export function readPollAddress(template: string): PollAddress {
  const fill: PollAddress['fill'] = ({ since, cursor }) => {
    const values = {
      since: new Date(since).toISOString(),
      since_ms: String(since),
      since_s: String(Math.floor(since / 1000)),
      cursor: cursor ?? '',
    };
    const kept = cursor === null ? template.replace(/([?&])[^?&=#]+=\{cursor\}(&?)/, dropParameter) : template;
    return kept.replace(placeholder, (_all, name: keyof typeof values) => encodeURIComponent(values[name]));
  };
  const url = URL.parse(fill({ since: 0, cursor: null }));
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refusal('bad-input', '--poll takes a web address, like https://shop.example/capi-log?since={since}.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refusal(
      'bad-input',
      'Give the password in a header, not in the address: “Authorization: Basic env:NAME” (--poll-header).',
    );
  }
  return {
    name: `${url.origin}${url.pathname}`,
    origin: url.origin,
    hasSince: template.includes('{since'),
    hasCursor: template.includes('{cursor}'),
    fill,
  };
}

/** `?cursor={cursor}&limit=5` → `?limit=5`: the first request has no cursor yet. */
function dropParameter(_all: string, before: string, after: string): string {
  return after === '' ? '' : before;
}
