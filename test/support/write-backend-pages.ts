/** `npm run backend-pages`: writes docs/backends/ from shared/backends/. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { backendPages } from './backend-pages.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'docs', 'backends');
const pages = backendPages();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(resolve(folder, name));
for (const [name, text] of pages) writeFileSync(resolve(folder, name), text);
console.log(`${pages.size} pages in docs/backends`);
