/** Asks a PAC file, which runs in a sandbox of its own, by which proxy a host is reached. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../../shared/api/errors.ts';

const LOADS_WITHIN_MS = 10_000;
const LARGEST_FILE = 1_000_000;

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/** Rejects with `Refusal('bad-input')` where the file cannot be had or is no PAC file. */
export async function loadPac(url: URL): Promise<(host: string, port: number) => Promise<string | null>> {
  try {
    const text = await readPac(url);
    const { createPacResolver } = await import('pac-resolver');
    const { getQuickJS } = await import('@tootallnate/quickjs-emscripten');
    const find = createPacResolver(await getQuickJS(), text);
    return async (host, port) => firstOf(await find(`${port === 80 ? 'http' : 'https'}://${host}:${port}/`, host));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : 'unknown reason';
    throw new Refusal(
      'bad-input',
      `The PAC file ${url.origin === 'null' ? url.pathname : url.href} cannot be used: ${why}`,
      {
        cause,
      },
    );
  }
}

async function readPac(url: URL): Promise<string> {
  if (url.protocol === 'file:') return readFile(fileURLToPath(url), 'utf8');
  if (!/^https?:$/.test(url.protocol)) throw new Error('its address must begin with http, https or file.');
  const answer = await fetch(url, { signal: AbortSignal.timeout(LOADS_WITHIN_MS) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.text()).slice(0, LARGEST_FILE);
}

/** The first way that is named, as browsers take it; `DIRECT` or nothing is null. */
function firstOf(ways: string): string | null {
  const [kind = '', place] = (ways.split(';')[0] ?? '').trim().split(/\s+/);
  const scheme = schemes[kind.toUpperCase()];
  return scheme === undefined || place === undefined ? null : `${scheme}://${place}`;
}
