/** What capture is compared with: mockttp by itself, decrypting, answering each call with the same picture. */
import { generateCACertificate, getLocal } from 'mockttp';
import { PIXEL_GIF } from '../../../electron/core/capture/held-answer.ts';
import { tellReady } from './helper-process.ts';

const { key, cert } = await generateCACertificate();
const proxy = getLocal({ https: { key, cert }, recordTraffic: false });
await proxy.start(0);
await proxy.forAnyRequest().thenReply(200, PIXEL_GIF, {
  'content-type': 'image/gif',
  'content-length': String(PIXEL_GIF.length),
});
tellReady({ port: proxy.port, certificate: cert });
