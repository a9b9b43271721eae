/** Keys as they are written for people. */

export const isMac = /mac/i.test(navigator.userAgent);

const words: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** `Mod+k` → `Ctrl K`, or `⌘ K` on a Mac; `Alt+ArrowLeft` → `Alt ←`. */
export function keyWords(key: string): string {
  if (key.startsWith('Alt+')) return `${isMac ? '⌥' : 'Alt'} ${keyWords(key.slice(4))}`;
  const [, own] = /^Mod\+(.+)$/.exec(key) ?? [];
  return own === undefined ? (words[key] ?? key) : `${isMac ? '⌘' : 'Ctrl'} ${own.toUpperCase()}`;
}
