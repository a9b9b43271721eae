/** The greeting of a WebSocket. */
import { expect, it } from 'vitest';
import { greeting, MAX_FRAME_BYTES, tokenOfGreeting, UPLOAD_CHUNK_BYTES } from '../../../shared/api/handshake.ts';

it('a token survives its greeting', () => {
  expect(tokenOfGreeting(greeting('a-_Z09'))).toBe('a-_Z09');
});

it.each(['', 'token', 'null', '[]', '{}', '{"hello":1}', '{"hello":{"hello":"x"}}', '"hello"'])(
  '%j is no greeting',
  (text) => {
    expect(tokenOfGreeting(text)).toBeNull();
  },
);

it('an upload chunk in base64 with its envelope fits into a frame', () => {
  expect((UPLOAD_CHUNK_BYTES * 4) / 3 + 4096).toBeLessThan(MAX_FRAME_BYTES);
});
