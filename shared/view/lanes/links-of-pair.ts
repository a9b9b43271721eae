/** The lines of a pair: the first copies are linked; each repeat is linked to the first copy of the other side. */
import type { LaneEntry, LaneLink, LanePair } from './lane-entry.ts';

export function linksOfPair(pair: LanePair, find: (id: string) => LaneEntry | null): LaneLink[] {
  const { rule, browser, server } = pair.pair;
  const [firstBrowser] = browser;
  const [firstServer] = server;
  if (rule === null || firstBrowser === undefined || firstServer === undefined) return [];
  const ends: [string, string][] = [
    ...server.map((id): [string, string] => [firstBrowser, id]),
    ...browser.slice(1).map((id): [string, string] => [id, firstServer]),
  ];
  return ends.flatMap(([fromId, toId]) => {
    const from = find(fromId);
    const to = find(toId);
    return from === null || to === null ? [] : [{ pair, rule, from, to, isAlive: true }];
  });
}
