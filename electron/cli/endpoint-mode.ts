/** The options of the test endpoint: how it judges, whether it passes on to Meta, and who may send. */
import { type DeliveryMode, defaultEndpointMode, type EndpointMode } from '../../shared/model/session.ts';
import { isAddressRange } from '../core/intake/endpoint-guard.ts';
import { unusable } from './usage.ts';

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

export function readEndpointMode(values: Values, mode: DeliveryMode): EndpointMode {
  const [isStrict, isLenient] = [values['endpoint-strict'] === true, values['endpoint-lenient'] === true];
  if (isStrict && isLenient) throw unusable('--endpoint-strict and --endpoint-lenient exclude each other.');
  const forward = values['endpoint-forward'] === true;
  if (forward && mode === 'hold') throw unusable('--endpoint-forward sends events on to Meta: it needs --forward.');
  const allow = Array.isArray(values['endpoint-allow']) ? values['endpoint-allow'].map(String) : [];
  for (const entry of allow) refuseUnlessHost(entry);
  return { validation: isLenient ? 'lenient' : defaultEndpointMode.validation, forward, allow };
}

/** What a person should know of an endpoint that is not as it is by itself; empty where it is. */
export function endpointInWords({ validation, forward, allow }: EndpointMode): string {
  const parts = [
    validation === 'lenient' ? 'The test endpoint takes what Meta would refuse, and says so.' : '',
    forward ? "What comes to the test endpoint goes on to Meta with the sender's own token." : '',
    allow.length > 0 ? `The test endpoint also takes requests of ${allow.join(', ')}.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function refuseUnlessHost(entry: string): void {
  if (isAddressRange(entry)) return;
  if (/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(entry) && !/^[\d.]+$/.test(entry)) return;
  throw unusable(
    `--endpoint-allow takes a host name such as host.docker.internal, or an address or range such as 172.17.0.0/16, not “${entry}”.`,
  );
}
