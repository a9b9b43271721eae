/** The files of docs/backends/ as they should be: name and text. */
import { backendIndex, backendPage } from '../../shared/backends/backend-page.ts';
import { backends } from '../../shared/backends/backends.ts';

export function backendPages(): Map<string, string> {
  const pages = backends.map((backend): [string, string] => [`${backend.id}.md`, backendPage(backend)]);
  return new Map([['README.md', backendIndex(backends)], ...pages]);
}
