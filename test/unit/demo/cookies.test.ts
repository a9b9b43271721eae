/** The stand-in script keeps _fbp and _fbc by Meta's rules. */
import { describe, expect, it } from 'vitest';
import { pixelCookies } from '../../../electron/demo/pixel/cookies.ts';

const cookies = pixelCookies();
const read = (text: string, url = 'https://tea.example/') =>
  cookies.read({ cookies: text, url, nowMs: 1795494000000, random: () => 0 });

describe('_fbp', () => {
  it('is made on the first page', () => {
    expect(read('').fbp).toBe('fb.1.1795494000000.100000000100000000');
  });

  it('is kept afterwards, a suffix included', () => {
    expect(read('a=1; _fbp=fb.1.1.2.AQYCAQMA').fbp).toBe('fb.1.1.2.AQYCAQMA');
  });

  it('is replaced where it is not of Meta’s form', () => {
    expect(read('_fbp=nonsense').fbp).toBe('fb.1.1795494000000.100000000100000000');
  });
});

describe('_fbc', () => {
  it('is absent without a click on an ad', () => {
    expect(read('').fbc).toBeNull();
  });

  it('takes the click id from the address, letter for letter, dots replaced', () => {
    expect(read('', 'https://tea.example/?fbclid=IwAR.aB').fbc).toBe('fb.1.1795494000000.IwAR__DOT__aB');
  });

  it('keeps its time where the same click id comes again, and changes it with another', () => {
    const kept = '_fbc=fb.1.5.IwAR1';
    expect(read(kept, 'https://tea.example/?fbclid=IwAR1').fbc).toBe('fb.1.5.IwAR1');
    expect(read(kept, 'https://tea.example/?fbclid=IwAR2').fbc).toBe('fb.1.1795494000000.IwAR2');
  });

  it('ignores click ids of more than 500 characters', () => {
    expect(read('', `https://tea.example/?fbclid=${'x'.repeat(501)}`).fbc).toBeNull();
  });
});
