/** The app in the real Electron, sandbox on: it opens, keeps its page locked in, and survives its core. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtApp } from '../support/built-app.ts';
import { runtimeForTests } from '../support/electron-runtime.ts';
import { eventually } from '../support/eventually.ts';

const runtime = runtimeForTests();
if ('missing' in runtime) process.stdout.write(`Skipped, the real Electron: ${runtime.missing}\n`);

describe.skipIf('missing' in runtime)('the desktop app', () => {
  let folder: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    if ('missing' in runtime) return;
    await builtApp();
    folder = mkdtempSync(join(tmpdir(), 'twinlane-electron-'));
    app = await _electron.launch({
      executablePath: runtime.path,
      args: [resolve(import.meta.dirname, '../..'), `--user-data-dir=${join(folder, 'electron')}`],
      env: { ...(process.env as Record<string, string>), TWINLANE_HOME: join(folder, 'home') },
      chromiumSandbox: true,
    });
    page = await app.firstWindow();
    await page.getByRole('button', { name: /sample session/i }).waitFor();
  });

  afterAll(async () => {
    await app?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('opens its start page at its own scheme', async () => {
    expect(page.url()).toBe('twinlane://app/index.html');
    expect(await page.title()).toBe('Twinlane');
  });

  it('runs the page in the system’s sandbox', async () => {
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
      return;
    }
    const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics());
    expect(metrics.find((metric) => metric.pid === pid)?.sandboxed).toBe(true);
  });

  it('gives the page no Node, no Electron, and a DesktopApi that cannot be changed', async () => {
    const seen = await page.evaluate(() => {
      const api = Reflect.get(window, 'twinlaneDesktop') as Record<string, unknown>;
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
        api: Object.keys(api).sort(),
        isChanged:
          Reflect.set(api, 'pickFile', () => 'evil') &&
          api.pickFile !== undefined &&
          String(api.pickFile).includes('evil'),
      };
    });
    expect(seen.globals).toEqual([]);
    expect(seen.api).toEqual(['onCommand', 'openApart', 'openExternal', 'pathOf', 'pickFile', 'reveal', 'saveText']);
    expect(seen.isChanged).toBe(false);
  });

  it('sends the policy with the page, and the policy holds', async () => {
    const seen = await page.evaluate(async () => {
      const header = (await fetch(location.href)).headers.get('content-security-policy');
      const foreign = await fetch('https://example.com/').then(
        () => 'answered',
        () => 'blocked',
      );
      const code = (() => {
        try {
          return new Function('return "ran"')();
        } catch {
          return 'blocked';
        }
      })();
      return { header, foreign, code };
    });
    expect(seen.header).toContain("default-src 'none'; script-src 'self'");
    expect(seen).toMatchObject({ foreign: 'blocked', code: 'blocked' });
  });

  it('keeps the page where it is: no navigation, no window, no permission', async () => {
    const opened = await page.evaluate(() => {
      location.href = 'https://example.com/';
      return window.open('https://example.com/') === null;
    });
    expect(opened).toBe(true);
    const permission = await page.evaluate(() =>
      navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
    );
    expect(permission).toBe('denied');
    expect(page.url()).toBe('twinlane://app/index.html');
    expect(app.windows()).toHaveLength(1);
  });

  it('opens the sample session', async () => {
    await page.getByRole('button', { name: /sample session/i }).click();
    await page.getByText('Purchase').first().waitFor();
  });

  it('goes on with the session when its core is killed', async () => {
    const coreOf = () =>
      app.evaluate(({ app: electron }) => {
        const core = electron
          .getAppMetrics()
          .find(({ name, serviceName }) => [name, serviceName].includes('Twinlane core'));
        return core?.pid ?? null;
      });
    const first = await eventually(coreOf, { withinMs: 10_000 });
    process.kill(first, 'SIGKILL');
    const second = await eventually(
      async () => {
        const pid = await coreOf();
        return pid === first ? null : pid;
      },
      { withinMs: 20_000 },
    );
    expect(second).not.toBe(first);
    await page
      .getByRole('button', { name: /sample session/i })
      .or(page.getByText('Purchase').first())
      .first()
      .waitFor();
  });

  it('ends its core when its window closes', async () => {
    const closed = app.waitForEvent('close');
    await page.close();
    await closed;
  });
});
