/** A browser that the person starts with a pasted line: in a real shell, with real browsers. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type FoundBrowser, findBrowsers } from '../../electron/core/capture/find-browser.ts';
import { prepareOwnBrowsers } from '../../electron/core/capture/own-browser.ts';
import { testBrowserPath } from '../support/browser.ts';
import { startTestProxy } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';

const chromium: FoundBrowser = { id: 'chromium', name: 'Chromium', path: testBrowserPath() };
const firefox = findBrowsers().find(({ id }) => id === 'firefox');
const canTrust = firefox !== undefined && spawnSync('certutil', ['-H']).error === undefined;

async function startSite(): Promise<string> {
  const html = '<img src="https://www.facebook.com/tr/?id=1234567890&amp;ev=PageView">';
  const server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/?a=1&b='2'`;
}

/** What a test needs beside what a person pastes. */
const forTests = {
  chromium: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' '),
  firefox: '-headless',
};

const browsers = [['chromium', chromium], ...(canTrust && firefox ? [['firefox', firefox] as const] : [])] as const;

test.skipIf(process.platform === 'win32').each(browsers)(
  'the line for %s starts it in a profile that trusts the recording, and the profile goes with the recording',
  async (id, browser) => {
    const proxy = await startTestProxy('hold');
    const { spki, certificatePath, url: proxyUrl } = proxy;
    const url = await startSite();
    const prepared = await prepareOwnBrowsers({ browsers: [browser], proxyUrl, spki, certificatePath, url });
    onTestFinished(() => prepared.close());
    const [{ line } = { line: '' }] = prepared.lines;
    const profile = /(?:--user-data-dir=|-profile )(\S+)/.exec(line)?.[1] ?? '';
    expect(existsSync(profile)).toBe(true);
    const shell = spawn('/bin/sh', ['-c', `exec ${line} ${forTests[id]}`], { stdio: 'ignore' });
    onTestFinished(() => void shell.kill('SIGKILL'));
    const call = await eventually(() => proxy.handle.of('browser-call')[0], { withinMs: 90_000 });
    expect(call.url).toContain('ev=PageView');
    await prepared.close();
    expect(existsSync(profile)).toBe(false);
    await eventually(() => shell.exitCode !== null || shell.signalCode !== null, { withinMs: 5000 });
  },
);

test('a browser that cannot be made to trust the recording gets a sentence instead of a line', async () => {
  const proxy = await startTestProxy('hold');
  const { spki, url: proxyUrl } = proxy;
  const nobody: FoundBrowser = { id: 'firefox', name: 'Firefox', path: '/usr/bin/firefox' };
  const prepared = await prepareOwnBrowsers({
    browsers: [nobody, chromium],
    proxyUrl,
    spki,
    certificatePath: '/none.pem',
    url: null,
  });
  onTestFinished(() => prepared.close());
  expect(prepared.notes).toEqual([expect.stringMatching(/certutil/)]);
  expect(prepared.lines.map(({ id }) => id)).toEqual(['chromium']);
});
