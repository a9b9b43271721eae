/** The built main bundle with two windows, against a stand-in of Electron: each has a core, and none outlives its window. */
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { builtApp } from '../../support/built-app.ts';
import { loadBundle } from '../../support/electron-stand-in/load-bundle.ts';
import { mainStandIn } from '../../support/electron-stand-in/main-modules.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const topFrame = { url: 'twinlane://app/index.html', parent: null };
const session = '/home/jane/other.twinlane';
let outDir: string;
beforeAll(async () => {
  outDir = await builtApp();
});

function closePorts({ children, windows }: ReturnType<typeof mainStandIn>): void {
  const ofCores = children.flatMap(({ messages }) => messages.flatMap(({ ports }) => ports));
  const ofPages = windows.flatMap(({ webContents }) => webContents.sent.flatMap(({ args }) => args[2] ?? []));
  for (const port of [...ofCores, ...ofPages]) (port as MessagePort).close();
}

/** The app with its first window, asked for a second one. */
async function withSecondWindow() {
  const electron = mainStandIn();
  loadBundle(join(outDir, 'main/index.js'), temporaryFolder(), electron.modules);
  onTestFinished(() => closePorts(electron));
  electron.becomeReady();
  await eventually(() => electron.windows[0], { withinMs: 5000 });
  expect(await electron.invoke('desktop.open-apart', session, topFrame)).toBe(true);
  const [first, second] = electron.children;
  const [firstWindow, secondWindow] = electron.windows;
  if (!first || !second || !firstWindow || !secondWindow) throw new Error('There are no two windows.');
  return { electron, first, second, firstWindow, secondWindow };
}

const orders = (child: { messages: { message: { do: string } }[] }) => child.messages.map(({ message }) => message.do);

it('a session opens in a window of its own, by a core of its own that opens it', async () => {
  const { first, second, secondWindow } = await withSecondWindow();
  expect(second.messages.map(({ message }) => message)).toEqual([
    { do: 'start', reopen: null },
    { do: 'open', path: session },
  ]);
  secondWindow.webContents.emit('did-finish-load');
  expect(orders(second).at(-1)).toBe('serve');
  expect(orders(first)).toEqual(['start']);
});

it.each(['other.twinlane', '//evil.example/share/a.twinlane', '/etc/passwd', 7])(
  'no window opens for %j',
  async (path) => {
    const { electron } = await withSecondWindow();
    expect(await electron.invoke('desktop.open-apart', path, topFrame)).toBe(false);
    expect(electron.windows).toHaveLength(2);
  },
);

it('a core that crashes is started once more for its own window only', async () => {
  const { electron, second, firstWindow, secondWindow } = await withSecondWindow();
  second.emit('exit', 139);
  expect(electron.children).toHaveLength(3);
  expect(firstWindow.webContents.sent).toHaveLength(0);
  expect(secondWindow.webContents.sent).toHaveLength(1);
});

it('a window that is closed takes its core along, and leaves the other', async () => {
  const { electron, first, second, secondWindow } = await withSecondWindow();
  secondWindow.emit('closed');
  expect(orders(second).at(-1)).toBe('close');
  second.emit('exit', 0);
  expect(orders(first)).not.toContain('close');
  expect(electron.children).toHaveLength(2);
});

it('a file that a further start hands over goes to a window that is left', async () => {
  const { electron, first, second, firstWindow } = await withSecondWindow();
  firstWindow.emit('closed');
  first.emit('exit', 0);
  electron.modules.app.emit('second-instance', {}, ['twinlane', '/home/jane/shop.twinlane']);
  expect(second.messages.at(-1)?.message).toEqual({ do: 'open', path: '/home/jane/shop.twinlane' });
});

it('the app quits only when all cores have ended', async () => {
  const { electron, first, second } = await withSecondWindow();
  electron.modules.app.quit();
  expect([orders(first).at(-1), orders(second).at(-1)]).toEqual(['close', 'close']);
  first.emit('exit', 0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(electron.order()).not.toContain('app quits');
  second.emit('exit', 0);
  await eventually(() => electron.order().includes('app quits'), { withinMs: 5000 });
});
