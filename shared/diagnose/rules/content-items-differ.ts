/** The copies report different products. */
import { type Items, readItems } from '../../meta/items.ts';
import type { Rule } from '../rule.ts';

export const contentItemsDiffer: Rule = {
  code: 'content.items-differ',
  severity: 'warning',
  title: 'The copies report different products',
  eventsManager: null,
  source: 'Meta: Pixel reference',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || view.pair.actions > 1) return null;
    const [browser, server] = [readItems(copies.browser.customData), readItems(copies.server.customData)];
    const what = difference(browser, server);
    if (what === null) return null;
    return {
      detail: `${what} Meta keeps one of the copies; ads for a catalog show or leave out products by what it names.`,
      fix: `Build content_ids and contents from the same order lines on both sides, with the catalog's ids (not the shop's row ids) and the same rule for variants and bundles.`,
      events: [copies.browser, copies.server],
      browser: inWords(browser),
      server: inWords(server),
    };
  },
};

/** Null where they agree as far as both tell. Order does not matter. */
function difference(browser: Items, server: Items): string | null {
  if (browser.ids.length === 0 || server.ids.length === 0) return null;
  const onlyBrowser = browser.ids.filter((id) => !server.ids.includes(id));
  const onlyServer = server.ids.filter((id) => !browser.ids.includes(id));
  if (onlyBrowser.length > 0 || onlyServer.length > 0) {
    const sides = [
      onlyBrowser.length > 0 && `only the Pixel names ${onlyBrowser.join(', ')}`,
      onlyServer.length > 0 && `only the server names ${onlyServer.join(', ')}`,
    ];
    return `The products differ: ${sides.filter((side) => side !== false).join('; ')}.`;
  }
  const id = browser.ids.find((each) => isOther(browser.quantities.get(each), server.quantities.get(each)));
  if (id === undefined) return null;
  return `The quantities differ: of ${id} the Pixel reports ${browser.quantities.get(id)}, the server ${server.quantities.get(id)}.`;
}

function isOther(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function inWords({ ids, quantities }: Items): string {
  return ids.map((id) => (quantities.has(id) ? `${id} × ${quantities.get(id)}` : id)).join(', ') || 'none';
}
