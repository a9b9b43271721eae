/** Answers HTTP requests with the files of the built view, and with nothing else. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { viewHeaders } from '../../../shared/api/csp.ts';
import { viewFile } from '../../../shared/api/view-file.ts';
import { judgeFileRequest } from './host-guard.ts';

export type ViewServerOptions = { rendererDir: string; port: number };

export async function answerWithView(
  request: IncomingMessage,
  response: ServerResponse,
  { rendererDir, port }: ViewServerOptions,
): Promise<void> {
  const headers = viewHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]);
  const refuse = (status: number, why: string) => {
    const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
    response.writeHead(status, { ...headers, ...allow, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : `${why}\n`);
  };
  const verdict = judgeFileRequest(request, port);
  if (verdict.status !== 200) return refuse(verdict.status, verdict.why);
  const file = viewFile((request.url ?? '').split('?', 1)[0] ?? '');
  const bytes = file === null ? null : await readFile(join(rendererDir, file.path)).catch(() => null);
  if (file === null || bytes === null) return refuse(404, 'There is nothing here.');
  response.writeHead(200, { ...headers, 'Content-Type': file.contentType, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
