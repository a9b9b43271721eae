/** The page of one backend in docs/backends/, as Markdown, with example addresses; and the list of all pages. */
import { exampleAddresses, fillIn } from './addresses.ts';
import type { Backend, BackendWay, Snippet } from './backend.ts';

const madeBy = '<!-- Made from shared/backends by `npm run backend-pages`; edit it there. -->';

export function backendPage(backend: Backend): string {
  const { name, summary, ways, limits, tried } = backend;
  return joined([
    `# ${name}`,
    madeBy,
    shown(summary),
    'The addresses are examples: start a recording, and *Connect a server* in the window shows these lines with its own.',
    ...ways.flatMap(wayText),
    ...(limits.length > 0 ? ['## What cannot be seen', bullets(limits)] : []),
    '## What was tried',
    shown(tried),
    '## Check it',
    'While a recording runs, *Connect a server* → *Check the connection* sends a marked event through the test endpoint and the proxy, and looks at each followed log; then let your server send one.',
  ]);
}

export function backendIndex(backends: readonly Backend[]): string {
  return joined([
    '# Connecting a server',
    madeBy,
    'Twinlane needs to see what your server sends to Meta. It can be sent to the **test endpoint**, which answers like Graph; go through the **proxy**, which answers in Meta’s place or lets calls go on; or be read from a **log**. Start a recording, and the window shows the addresses and these lines filled with them.',
    backends.map(({ id, name, summary }) => `- [${name}](${id}.md): ${shown(summary)}`).join('\n'),
  ]);
}

function wayText({ title, about, snippets, traps }: BackendWay): string[] {
  return [`## ${title}`, shown(about), ...snippets.flatMap(snippetText), ...(traps.length > 0 ? [bullets(traps)] : [])];
}

function snippetText({ place, language, text }: Snippet): string[] {
  return [`${capital(shown(place))}:`, `\`\`\`${language}\n${fillIn(text, exampleAddresses)}\n\`\`\``];
}

function shown(text: string): string {
  return fillIn(text, exampleAddresses);
}

function bullets(lines: string[]): string {
  return lines.map((line) => `- ${shown(line)}`).join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function joined(parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}
