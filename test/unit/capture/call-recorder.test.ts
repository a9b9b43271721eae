/** What the recorder of live calls keeps of a call whose body was lost. */
import { describe, expect, it } from 'vitest';
import { createCallRecorder } from '../../../electron/core/capture/call-recorder.ts';
import { createFactDecoder } from '../../../electron/core/decode-facts.ts';
import { captureHandle } from '../../support/capture-handle.ts';

const tr = 'https://www.facebook.com/tr/';
const form = 'application/x-www-form-urlencoded';

async function record(own: { method?: string; url?: string; body: string | null; isWhole?: boolean }) {
  const handle = captureHandle();
  const { method = 'POST', url = tr, body, isWhole = true } = own;
  const call = { at: 1795514400000, method, url, contentType: form, isWhole, referer: null, userAgent: null };
  await createCallRecorder(handle).browserCall('1', { ...call, body: body === null ? null : Buffer.from(body) }, false);
  return handle;
}

describe('a live Pixel call', () => {
  it('whose body was lost is kept, named as a problem and counted as not usable', async () => {
    const { facts, of, input } = await record({ url: `${tr}?id=1234567890`, body: null, isWhole: false });
    expect(of('browser-call')).toHaveLength(1);
    const reason = 'a Pixel call whose body was lost on its way';
    expect(createFactDecoder().decode(facts).events).toEqual([]);
    expect(of('problem')).toEqual([{ kind: 'problem', input: 0, place: 'capture 1', reason }]);
    expect(input).toMatchObject({ records: 0, skipped: 1 });
  });

  it.each([
    ['that can be read', { body: 'id=1234567890&ev=Purchase' }],
    ['without a body that needs none', { method: 'GET', url: `${tr}?id=1234567890&ev=Purchase`, body: null }],
    ['that only looks whether the dataset is there', { method: 'GET', url: `${tr}?id=1234567890`, body: null }],
  ])('%s is no problem', async (_, call) => {
    const { of, input } = await record(call);
    expect(of('problem')).toEqual([]);
    expect(input).toMatchObject({ records: 1, skipped: 0 });
  });
});
