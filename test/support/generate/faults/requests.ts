/** Requests that Graph would refuse or that are no production traffic, and what must not be in a call to Meta. */
import { copiesOf } from '../draft.ts';
import type { Fault } from '../fault.ts';

export const requestFaults: readonly Fault[] = [
  {
    name: 'no action_source',
    codes: ['request.missing-action-source'],
    tolerated: ['request.invalid'],
    touches: ['request'],
    apply(draft) {
      delete copiesOf(draft).capi.event.action_source;
    },
  },
  {
    name: 'an action_source that does not exist',
    codes: ['request.invalid'],
    touches: ['request', 'ip', 'user-agent', 'user-data'],
    apply(draft) {
      copiesOf(draft).capi.event.action_source = 'web';
    },
  },
  {
    name: 'no event_source_url',
    codes: ['request.missing-url'],
    tolerated: ['request.invalid'],
    touches: ['request', 'page'],
    weakens: true,
    apply(draft) {
      delete copiesOf(draft).capi.event.event_source_url;
    },
  },
  {
    name: 'a test_event_code',
    codes: ['request.test-code'],
    touches: ['request'],
    apply(draft) {
      copiesOf(draft).capi.fields.test_event_code = `TEST${draft.random.digits(5)}`;
    },
  },
  {
    name: 'an e-mail in the page address',
    codes: ['privacy.plain-pii'],
    touches: ['privacy', 'page'],
    only: ['Lead', 'InitiateCheckout', 'CompleteRegistration'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      pixel.load.url = `${pixel.load.url}?email=${encodeURIComponent(draft.visitor.email)}`;
      capi.event.event_source_url = pixel.load.url;
    },
  },
  {
    name: 'an e-mail in custom data',
    codes: ['privacy.plain-pii'],
    touches: ['privacy'],
    apply(draft) {
      copiesOf(draft).pixel.customData.customer = draft.visitor.email;
    },
  },
  {
    name: 'the access token in the log',
    codes: ['privacy.token-in-log'],
    touches: ['privacy', 'capi-send'],
    needsLog: ['address'],
    apply(draft) {
      copiesOf(draft).capi.showsToken = true;
    },
  },
  {
    name: 'limited data use in the browser only',
    codes: ['privacy.options-differ'],
    touches: ['privacy'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      Object.assign(pixel.extra, { dpo: 'LDU', dpoco: '1', dpost: '1000' });
      capi.event.data_processing_options = [];
    },
  },
  {
    name: 'limited data use on the server only',
    codes: ['privacy.options-differ'],
    touches: ['privacy'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      pixel.extra.dpo = '';
      Object.assign(capi.event, {
        data_processing_options: ['LDU'],
        data_processing_options_country: 1,
        data_processing_options_state: 1000,
      });
    },
  },
];
