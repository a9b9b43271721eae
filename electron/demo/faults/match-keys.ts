/** Faults of the match keys: by what Meta should find the visitor, and cannot. */
import { type Fault, onPurchase, withoutUserData } from './fault.ts';

const everywhere: { on: Fault['on']; also: readonly string[] } = { on: 'every event', also: [] };

export const matchKeyFaults = [
  {
    id: 'key.none',
    code: 'key.none',
    on: ['PageView'],
    also: ['key.missing-fbp', 'key.missing-fbc'],
    title: 'No customer information',
    does: 'The server sends the user agent and nothing else. Open any page.',
    capi: withoutUserData('em', 'ph', 'fn', 'ln', 'ct', 'country', 'external_id', 'client_ip_address', 'fbp', 'fbc'),
  },
  {
    id: 'key.missing-ip',
    code: 'key.missing-ip',
    ...everywhere,
    title: 'No IP address',
    does: 'The server leaves client_ip_address out. Open any page.',
    capi: withoutUserData('client_ip_address'),
  },
  {
    id: 'key.missing-user-agent',
    code: 'key.missing-user-agent',
    ...everywhere,
    title: 'No user agent',
    does: 'The server leaves client_user_agent out. Open any page.',
    capi: withoutUserData('client_user_agent'),
  },
  {
    id: 'key.missing-fbp',
    code: 'key.missing-fbp',
    ...everywhere,
    title: 'No fbp',
    does: 'The server does not pass the _fbp cookie on. Open any page.',
    capi: withoutUserData('fbp'),
  },
  {
    id: 'key.missing-fbc',
    code: 'key.missing-fbc',
    ...everywhere,
    title: 'No fbc',
    does: 'The server does not pass the _fbc cookie on. Arrive by the ad (link above), then open any page.',
    capi: withoutUserData('fbc'),
  },
  {
    id: 'key.missing-contact',
    code: 'key.missing-contact',
    ...onPurchase,
    title: 'No e-mail, no phone',
    does: 'The server knows both and sends neither. Place an order.',
    capi: withoutUserData('em', 'ph'),
  },
] as const satisfies readonly Fault[];
