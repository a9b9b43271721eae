/** Tries the test endpoint with a marked call, as a backend would reach it. */
import { request } from 'node:http';
import type { CheckMarks } from './check-marks.ts';
import { sendMarkedCall } from './marked-call.ts';
import type { Tried } from './tried.ts';

/** `url` as in `http://127.0.0.1:41002`. */
export async function checkEndpoint(url: string, marks: CheckMarks): Promise<Tried> {
  const mark = marks.open();
  const { hostname, port } = new URL(url);
  const result = await sendMarkedCall({ send: request, options: { host: hostname, port, agent: false }, mark });
  mark.close();
  if (result.ok) {
    return { state: 'ok', detail: `A marked event was answered in ${result.tookMs} ms.`, advice: null };
  }
  return {
    state: 'failed',
    detail: `A marked event to ${url} did not get through: ${result.reason}.`,
    advice:
      'Stop the recording and start it again with another port (--endpoint PORT); look for a firewall that blocks loopback.',
  };
}
