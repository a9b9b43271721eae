/** Field by field: what is malformed or not normalized on each side, and how it should look. */
import { expect, test } from 'vitest';
import { fieldNotes } from '../../../shared/diagnose/field-notes.ts';
import { noIdentity } from '../../../shared/model/identity.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';

const ofEmpty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const told = (events: Parameters<typeof fieldNotes>[0]) =>
  fieldNotes(events, noIdentity).map(({ field, side, fault }) => `${side} ${field}: ${fault}`);

test('a healthy pair has no note', () => {
  expect(told([browserEvent({ id: 'b1' }), serverEvent({ id: 's1' })])).toEqual([]);
});

test('plain text, a hash of nothing and a hashed cookie are noted on their side, with how they should look', () => {
  const events = [
    browserEvent({ id: 'b1', fbp: ofEmpty }),
    serverEvent({ id: 's1', userData: { em: ['jane@shop.example'], ph: [ofEmpty] } }),
  ];
  expect(told(events)).toEqual([
    'server em: plain text, not hashed',
    expect.stringMatching(/^server ph: hash of /),
    expect.stringMatching(/^browser fbp: it is a hash/),
  ]);
  for (const { advice } of fieldNotes(events, noIdentity)) expect(advice).toMatch(/\.$/);
});

test('a field has one note a side, however many events carry it', () => {
  const server = (n: number) => serverEvent({ id: `s${n}`, userData: { em: ['jane@shop.example'] } });
  expect(told([server(1), server(2)])).toEqual(['server em: plain text, not hashed']);
});
