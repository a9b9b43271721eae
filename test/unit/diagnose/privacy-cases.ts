/** Cases of personal data in the open, and of options that differ. */
import { browserEvent, serverEvent, visitor } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';
import { pixelWith } from './key-cases.ts';

export const privacyCases: Cases = {
  'privacy.plain-pii': {
    fires: [
      {
        name: 'e-mail in the page’s URL',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/thanks?mail=ada%40mail.example' })],
      },
      {
        name: 'encoded twice',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/?u=ada%2540mail.example' })],
      },
      {
        name: 'e-mail in the path',
        events: [serverEvent({ id: 's1', url: 'https://shop.example/u/ada@mail.example/' })],
      },
      {
        name: 'phone in the referrer',
        events: [browserEvent({ id: 'b1', other: { rl: 'https://shop.example/?phone=%2B491701234567' } })],
      },
      {
        name: 'name in custom data',
        events: [serverEvent({ id: 's1', customData: { value: 5, currency: 'EUR', first_name: 'Ada' } })],
      },
      {
        name: 'e-mail deep in custom data',
        events: [
          browserEvent({ id: 'b1', customData: { value: '5', currency: 'EUR', form: { to: 'ada@mail.example' } } }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'hashed in the URL',
        events: [browserEvent({ id: 'b1', url: `https://shop.example/?email=${visitor.em}` })],
      },
      {
        name: 'what Meta’s script has removed',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/?email=_removed_&phone=' })],
      },
      {
        name: 'an image for sharp screens',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/a/logo@2x.png' })],
      },
      {
        name: 'the name of a product',
        events: [browserEvent({ id: 'b1', customData: { value: '5', currency: 'EUR', content_name: 'Ada Lovelace' } })],
      },
      {
        name: 'the shop’s own mailto link',
        events: [
          browserEvent({ id: 'b1', customData: { value: '5', currency: 'EUR', href: 'mailto:info@shop.example' } }),
        ],
      },
      {
        name: 'a number that is no phone',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/?order=4917012345678' })],
      },
      { name: 'shapes that the script sends', events: [pixelWith({ em: visitor.em }, { 'ncud[em]': 'a@b.co' }), s1] },
    ],
  },
  'privacy.options-differ': {
    fires: [
      {
        name: 'Pixel only',
        events: [browserEvent({ id: 'b1', other: { dpo: 'LDU', dpoco: '1', dpost: '1000' } }), s1],
      },
      { name: 'server only', events: [b1, serverEvent({ id: 's1', other: { data_processing_options: ['LDU'] } })] },
      {
        name: 'another state',
        events: [
          browserEvent({ id: 'b1', other: { dpo: 'LDU', dpoco: '1', dpost: '1000' } }),
          serverEvent({
            id: 's1',
            other: {
              data_processing_options: ['LDU'],
              data_processing_options_country: 1,
              data_processing_options_state: 1003,
            },
          }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'an empty list and none',
        events: [
          browserEvent({ id: 'b1', other: { dpo: '' } }),
          serverEvent({ id: 's1', other: { data_processing_options: [] } }),
        ],
      },
      {
        name: 'the same, text and number',
        events: [
          browserEvent({ id: 'b1', other: { dpo: 'LDU', dpoco: '1', dpost: '1000' } }),
          serverEvent({
            id: 's1',
            other: {
              data_processing_options: ['LDU'],
              data_processing_options_country: 1,
              data_processing_options_state: 1000,
            },
          }),
        ],
      },
      {
        name: 'a log that shows a part of the event',
        events: [
          browserEvent({ id: 'b1', other: { dpo: 'LDU', dpoco: '0', dpost: '0' } }),
          serverEvent({ id: 's1', shows: { userData: false, customData: true } }),
        ],
      },
    ],
  },
};
