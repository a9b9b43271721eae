/** What the findings on match keys say: the hop and the change of a click id, the form of a hash, and never a person. */
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/meta/sha256.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import type { Identity } from '../../../shared/model/identity.ts';
import { browserEvent, judge, serverEvent } from '../../support/events.ts';
import { clickIdCases } from './click-id-cases.ts';
import { keyCases } from './key-cases.ts';
import { privacyCases } from './privacy-cases.ts';

function findingOf(code: string, events: readonly TrackedEvent[], identity?: Identity): Finding | undefined {
  return judge(events, identity === undefined ? {} : { identity }).findings.find((finding) => finding.code === code);
}

const click = 'IwAR2F4xdbP0l7Mn1IawQQGCINEz7';
const fbcOf = (id: string, at = 1795496100000) => `fb.1.${at}.${id}`;

describe('the click id', () => {
  const pair = (pixel: string, server: string) => [
    browserEvent({ id: 'b1', fbc: pixel }),
    serverEvent({ id: 's1', fbc: server }),
  ];

  it.each([
    ['lost its upper and lower case', fbcOf(click), fbcOf(click.toLowerCase())],
    ['was cut off at its end', fbcOf(click), fbcOf(click.slice(0, 20))],
    ['was cut off and lost its upper and lower case', fbcOf(click), fbcOf(click.toLowerCase().slice(0, 20))],
    ['was decoded once more', fbcOf('Ab%2Bcdefgh'), fbcOf('Ab+cdefgh')],
    ['was encoded once more', fbcOf('Ab+cdefgh'), fbcOf('Ab%2Bcdefgh')],
    ['got dots back', fbcOf(`${click}__DOT__x`), fbcOf(`${click}.x`)],
    ['got something appended', fbcOf(click), fbcOf(`${click}xyz`)],
    ['its time of the click changed', fbcOf(click), fbcOf(click, 1795514400000)],
    ['was replaced by another one', fbcOf(click), fbcOf('IwAR9otherotherother')],
  ])('%s: the finding says so and names the hop', (words, pixel, server) => {
    const { detail = '' } = findingOf('key.fbc-differs', pair(pixel, server)) ?? {};
    expect(detail).toContain('From Pixel’s fbc to server’s fbc');
    expect(detail).toContain(words);
  });

  it('that changed in the cookie is told at that hop, not at a later one', () => {
    const events = [
      browserEvent({
        id: 'b1',
        url: `https://shop.example/?fbclid=${click}`,
        fbc: fbcOf(click.toLowerCase()),
        other: { '_fbc cookie': fbcOf(click.toLowerCase()) },
      }),
      serverEvent({ id: 's1', fbc: fbcOf(click.toLowerCase()) }),
    ];
    expect(findingOf('key.fbc-differs', events)?.detail).toContain('From fbclid in the URL to _fbc cookie');
  });
});

describe('causes', () => {
  it.each([
    ['key.differs', 'key.unhashed', { em: ['a@b.example'] }],
    ['key.differs', 'key.bad-hash', { em: [sha256('')] }],
    ['delivery.rejected', 'key.unhashed', { em: ['a@b.example'] }],
  ])('%s is folded under %s, at once or over another', (code, cause, userData) => {
    const rejection = { code: 100, subcode: 2804016, message: 'Invalid parameter' };
    const events = [browserEvent({ id: 'b1' }), serverEvent({ id: 's1', userData, outcome: 'rejected', rejection })];
    const { findings } = judge(events);
    const chain: string[] = [];
    for (let next: string | null = code; next !== null && !chain.includes(next); ) {
      chain.push(next);
      next = findings.find((finding) => finding.code === chain.at(-1))?.causedBy ?? null;
    }
    expect(chain).toContain(cause);
  });

  it('a malformed fbp explains that the copies differ', () => {
    const events = [browserEvent({ id: 'b1' }), serverEvent({ id: 's1', fbp: '123' })];
    expect(findingOf('key.fbp-differs', events)?.causedBy).toBe('key.fbp-malformed');
  });
});

describe('what findings say of a person', () => {
  const identity: Identity = { em: ['ada.brandt@mail.example'], ph: ['+49 170 1234567'], ln: ['Brandt'] };

  it('a hash of the known e-mail in upper case is told with its form, on both sides', () => {
    const userData = { em: [sha256('Ada.Brandt@mail.example')] };
    const events = [browserEvent({ id: 'b1', userData }), serverEvent({ id: 's1', userData })];
    const finding = findingOf('key.not-normalized', events, identity);
    expect(finding?.evidence).toEqual({ browser: 'em: upper case', server: 'em: upper case' });
    expect(finding?.detail).toContain(
      'The server’s em is the hash of the known e-mail address with upper-case letters',
    );
  });

  it('which of two different hashes is the known one is told', () => {
    const events = [
      browserEvent({ id: 'b1', userData: { em: [sha256('ada.brandt@mail.example')] } }),
      serverEvent({ id: 's1', userData: { em: [sha256('else@mail.example')] } }),
    ];
    expect(findingOf('key.differs', events, identity)?.detail).toContain('The Pixel’s is that of the known value');
    expect(findingOf('key.differs', events)?.detail).toContain('do not tell whether');
  });

  it('no text holds a known value, nor the plain text that was sent', () => {
    const plain = { em: ['Ada.Brandt@mail.example'], ph: ['+491701234567'], ln: ['Brandt'], fn: [sha256('brandt')] };
    const url = 'https://shop.example/?mail=ada.brandt@mail.example&phone=%2B491701234567&last_name=Brandt';
    const events = [browserEvent({ id: 'b1', url, userData: plain }), serverEvent({ id: 's1', userData: plain })];
    const { findings } = judge(events, { identity });
    const told = JSON.stringify(findings).toLowerCase();
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['key.unhashed', 'key.bad-hash', 'privacy.plain-pii']),
    );
    for (const secret of ['brandt', '1701234567', 'mail.example']) expect(told).not.toContain(secret);
  });
});

it('every case of a match key is judged alike twice in a row', () => {
  for (const { events, options } of Object.values({ ...keyCases, ...clickIdCases, ...privacyCases }).flatMap(
    ({ fires }) => fires,
  )) {
    expect(judge(events, options)).toEqual(judge(events, options));
  }
});
