/** Which URL paths mean a file of the view. */
import { expect, it } from 'vitest';
import { viewFile } from '../../../shared/api/view-file.ts';

it.each([
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['/assets/index-Dk3_x9-a.js', 'assets/index-Dk3_x9-a.js', 'text/javascript; charset=utf-8'],
  ['/assets/index.css', 'assets/index.css', 'text/css; charset=utf-8'],
  ['/assets/mark.svg', 'assets/mark.svg', 'image/svg+xml'],
])('%s is %s', (urlPath, path, contentType) => {
  expect(viewFile(urlPath)).toEqual({ path, contentType });
});

it.each([
  '',
  'index.html',
  '//index.html',
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets\\..\\..\\package.json',
  '/.env.js',
  '/assets/.secret.js',
  '/assets/',
  '/assets/a.js\0.html',
  '/C:/windows/win.js',
  '/index.html/',
  '/notes.txt',
  '/LICENSE',
  '/a.constructor',
])('%j is no file of the view', (urlPath) => {
  expect(viewFile(urlPath)).toBeNull();
});
