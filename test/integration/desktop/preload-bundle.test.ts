/** The built preload against a stand-in of Electron: it shows the page the DesktopApi, frozen, and nothing more. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { DesktopApi, ViewCommand } from '../../../shared/api/desktop.ts';
import { builtApp } from '../../support/built-app.ts';
import { loadBundle } from '../../support/electron-stand-in/load-bundle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

let file: string;
beforeAll(async () => {
  file = join(await builtApp(), 'preload/index.cjs');
});

function loadPreload() {
  const exposed: Record<string, DesktopApi> = {};
  const invoked: unknown[][] = [];
  const posted: unknown[][] = [];
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: async (...args: unknown[]) => {
      invoked.push(args);
      return `answer to ${args[0]}`;
    },
  } satisfies Partial<Record<keyof Electron.IpcRenderer, unknown>>);
  Reflect.set(globalThis, 'window', { postMessage: (...args: unknown[]) => posted.push(args) });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'window'));
  loadBundle(file, temporaryFolder(), {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, api: DesktopApi) => {
        exposed[name] = api;
      },
    } satisfies Partial<Record<keyof Electron.ContextBridge, unknown>>,
    webUtils: { getPathForFile: () => '/home/jane/shop.har' } satisfies Partial<
      Record<keyof Electron.WebUtils, unknown>
    >,
  });
  const api = exposed.twinlaneDesktop;
  if (api === undefined) throw new Error('The preload exposes no twinlaneDesktop.');
  return { exposed, api, ipcRenderer, invoked, posted };
}

it('is CommonJS that requires electron alone, as a sandboxed preload must', () => {
  const source = readFileSync(file, 'utf8');
  expect([...source.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1])).toEqual(['electron']);
  expect(source).not.toMatch(/^\s*(import|export)\s/m);
});

it('exposes one frozen object with the calls of the DesktopApi and nothing of Electron', () => {
  const { exposed, api } = loadPreload();
  expect(Object.keys(exposed)).toEqual(['twinlaneDesktop']);
  expect(Object.isFrozen(api)).toBe(true);
  expect(Object.keys(api).sort()).toEqual([
    'onCommand',
    'openApart',
    'openExternal',
    'pathOf',
    'pickFile',
    'reveal',
    'saveText',
  ]);
  expect(Object.values(api).every((member) => typeof member === 'function')).toBe(true);
});

it('hands each call to its own channel and gives back the answer', async () => {
  const { api, invoked } = loadPreload();
  const file = { name: 'report.json', text: '{}' };
  expect(await api.pickFile()).toBe('answer to desktop.pick-file');
  expect(await api.saveText(file)).toBe('answer to desktop.save-text');
  expect(await api.reveal('/a')).toBe('answer to desktop.reveal');
  expect(await api.openExternal('https://a.example/')).toBe('answer to desktop.open-external');
  expect(invoked).toEqual([
    ['desktop.pick-file'],
    ['desktop.save-text', file],
    ['desktop.reveal', '/a'],
    ['desktop.open-external', 'https://a.example/'],
  ]);
  expect(api.pathOf({})).toBe('/home/jane/shop.har');
});

it('passes every port of the core on to the page as it is', () => {
  const { ipcRenderer, posted } = loadPreload();
  const port = {};
  ipcRenderer.emit('desktop.port', { ports: [port] });
  expect(posted).toEqual([['twinlane:port', '*', [port]]]);
  const [, , ports] = posted[0] ?? [];
  expect((ports as unknown[])[0]).toBe(port);
});

it('tells the page commands without the event that they came in, until it no longer listens', () => {
  const { api, ipcRenderer } = loadPreload();
  const heard: unknown[][] = [];
  const end = api.onCommand((...args: [ViewCommand]) => heard.push(args));
  ipcRenderer.emit('desktop.command', { sender: 'secret' }, 'file.open');
  end();
  ipcRenderer.emit('desktop.command', {}, 'file.open');
  expect(heard).toEqual([['file.open']]);
});
