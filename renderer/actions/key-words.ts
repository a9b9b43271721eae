/** Keys as they are written for people. */

const isMac = /mac/i.test(navigator.userAgent);

const words: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** `Mod+k` → `Ctrl K`, or `⌘ K` on a Mac. */
export function keyWords(key: string): string {
  const [, own] = /^Mod\+(.+)$/.exec(key) ?? [];
  return own === undefined ? (words[key] ?? key) : `${isMac ? '⌘' : 'Ctrl'} ${own.toUpperCase()}`;
}
