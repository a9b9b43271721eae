/** The application menu as data. */
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/main/decisions/menu-template.ts';
import { type ViewCommand, viewCommands } from '../../../shared/api/desktop.ts';

const platforms = ['darwin', 'win32', 'linux'] as const;

function allItems(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

function menuOf(platform: NodeJS.Platform, isPackaged = true) {
  const sent: ViewCommand[] = [];
  const items = allItems(menuTemplate({ platform, isPackaged, send: (command) => sent.push(command) }));
  return { items, sent };
}

it.each(platforms)('on %s every command of the view is in the menu once, and choosing it sends it', (platform) => {
  const { items, sent } = menuOf(platform);
  for (const item of items) (item.click as (() => void) | undefined)?.();
  expect(sent.sort()).toEqual([...viewCommands].sort());
});

it.each(platforms)('on %s no two items share an accelerator', (platform) => {
  const keys = menuOf(platform).items.flatMap((item) => item.accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

it('the app can be quit from the menu on every system', () => {
  expect(menuOf('darwin').items.map((item) => item.role)).toContain('appMenu');
  expect(menuOf('win32').items.map((item) => item.role)).toContain('quit');
  expect(menuOf('linux').items.map((item) => item.role)).toContain('quit');
});

it('a package has no developer tools in its menu', () => {
  expect(menuOf('linux', true).items.map((item) => item.role)).not.toContain('toggleDevTools');
  expect(menuOf('linux', false).items.map((item) => item.role)).toContain('toggleDevTools');
});
