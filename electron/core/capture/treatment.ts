/** What the proxy does with a call, by its method and URL. */
import { classifyUrl, type MetaUrlKind } from '../../../shared/meta/meta-hosts.ts';

/**
 * - `event`: may be a Pixel event (`proven` by the URL, or still to be confirmed by the body): stored, held in hold mode.
 * - `script`: Meta's loader or a dataset's configuration: stored, never held, as it carries no event.
 * - `ping`: tells Meta about the visit without being an event: held, not stored.
 * - `server`: the Conversions API: stored, held.
 * - `pass`: not ours; streamed on unread.
 */
export type Treatment =
  | { kind: 'event'; proven: boolean }
  | { kind: 'script' }
  | { kind: 'ping' }
  | { kind: 'server'; answer: 'graph' | 'gateway' }
  | { kind: 'pass' };

const treatments: Record<MetaUrlKind, Treatment> = {
  pixel: { kind: 'event', proven: true },
  'copy-endpoint': { kind: 'event', proven: true },
  'pixel-shape': { kind: 'event', proven: false },
  'gateway-candidate': { kind: 'event', proven: false },
  loader: { kind: 'script' },
  config: { kind: 'script' },
  topics: { kind: 'ping' },
  'script-log': { kind: 'ping' },
  'graph-events': { kind: 'server', answer: 'graph' },
  'gateway-ingress': { kind: 'server', answer: 'gateway' },
  plugin: { kind: 'pass' },
  other: { kind: 'pass' },
};

/** A CORS preflight (OPTIONS) carries no event: it is answered like one and stored as nothing. */
export function treatmentOf(method: string, url: string): Treatment {
  const treatment = treatments[classifyUrl(url)];
  const verb = method.toUpperCase();
  if (verb === 'OPTIONS') return isAnsweredHere(treatment) ? { kind: 'ping' } : { kind: 'pass' };
  if (treatment.kind === 'server' && verb !== 'POST') return { kind: 'pass' };
  return treatment;
}

/** True where hold mode answers in Meta's place without a look at the body. */
export function isAnsweredHere(treatment: Treatment): boolean {
  if (treatment.kind === 'event') return treatment.proven;
  return treatment.kind === 'ping' || treatment.kind === 'server';
}
