/** What the page may ask of the desktop, of the built main process over stand-ins for Electron: only from its own page, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeContents } from '../../support/electron-stand-in/main-modules.ts';
import { PAGE, startMain } from '../../support/electron-stand-in/start-main.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

describe('desktop calls', () => {
  const link = 'https://developers.facebook.com/docs/';

  it.each([
    ['a frame in the page', { url: PAGE, parent: {} }],
    ['a foreign page', { url: 'https://evil.example/', parent: null }],
    ['a frame that is gone', null],
  ])('of %s are refused and do nothing', async (_who, frame) => {
    const { electron } = await startMain();
    await expect(electron.invoke('desktop.open-external', link, frame)).rejects.toThrow('Refused');
    expect(electron.order()).not.toContain('shell.openExternal');
  });

  it('of contents without a window of ours are refused', async () => {
    const { electron, topFrame } = await startMain();
    const call = electron.invoke('desktop.open-external', link, topFrame, new FakeContents());
    await expect(call).rejects.toThrow('Refused');
  });

  it('open http(s) links in the browser and nothing else', async () => {
    const { electron, topFrame } = await startMain();
    expect(await electron.invoke('desktop.open-external', link, topFrame)).toBe(true);
    expect(electron.last('shell.openExternal')).toEqual([link]);
    expect(await electron.invoke('desktop.open-external', 'file:///etc/passwd', topFrame)).toBe(false);
    expect(electron.last('shell.openExternal')).toEqual([link]);
  });

  it('show local files and no network shares', async () => {
    const { electron, topFrame } = await startMain();
    expect(await electron.invoke('desktop.reveal', '//evil.example/share', topFrame)).toBe(false);
    expect(electron.order()).not.toContain('shell.showItemInFolder');
  });

  it('give the path of the chosen file, or null', async () => {
    const chosen = await startMain({ openDialog: { canceled: false, filePaths: ['/home/jane/shop.har'] } });
    expect(await chosen.electron.invoke('desktop.pick-file', undefined, chosen.topFrame)).toBe('/home/jane/shop.har');
    const left = await startMain();
    expect(await left.electron.invoke('desktop.pick-file', undefined, left.topFrame)).toBeNull();
  });

  it('save a text where the user says, under a name without folders', async () => {
    const filePath = join(temporaryFolder(), 'report.json');
    const { electron, topFrame } = await startMain({ saveDialog: { canceled: false, filePath } });
    const file = { name: '../../report.json', text: '{"schema":"twinlane-report/1"}' };
    expect(await electron.invoke('desktop.save-text', file, topFrame)).toBe(filePath);
    expect(readFileSync(filePath, 'utf8')).toBe(file.text);
    expect(electron.last('dialog.showSaveDialog')[1]).toMatchObject({ defaultPath: 'report.json' });
  });

  it('say so when a text cannot be saved', async () => {
    const filePath = join(temporaryFolder(), 'missing/report.json');
    const { electron, topFrame } = await startMain({ saveDialog: { canceled: false, filePath } });
    expect(await electron.invoke('desktop.save-text', { name: 'a', text: '' }, topFrame)).toBeNull();
    expect(electron.last('dialog.showMessageBox')[1]).toMatchObject({ detail: 'The system says ENOENT.' });
  });
});

it('a menu command reaches the page', async () => {
  const { electron, window } = await startMain();
  const [menu] = electron.last('Menu.setApplicationMenu') as [{ submenu?: { id?: string; click(): void }[] }[]];
  const items = menu.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : []));
  items.find((item) => item.id === 'file.open')?.click();
  expect(window.webContents.sent.at(-1)).toEqual({ what: 'send', args: ['desktop.command', 'file.open'] });
});
