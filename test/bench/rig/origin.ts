/** The site of the bench: an HTTPS server that answers every request with 2 KB. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generateCACertificate } from 'mockttp';
import { tellReady } from './helper-process.ts';

export type OriginReady = { port: number; certificate: string };

const body = Buffer.alloc(2_048, 'a');
const { key, cert } = await generateCACertificate({ subject: { commonName: 'localhost' } });
const server = createServer({ key, cert, keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  tellReady({ port: (server.address() as AddressInfo).port, certificate: cert });
});
