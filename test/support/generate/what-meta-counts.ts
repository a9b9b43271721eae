/**
 * What Meta makes of the sends of one action, by its documentation alone ("Deduplicate Pixel and server events"):
 * the truth about verdicts. The sends are known to be one action here, so nothing has to be guessed.
 */
import { type CapiSend, isAccepted, isSent, type PixelSend } from './sends.ts';

type VerdictName = 'deduplicated' | 'fallback' | 'double-counted' | 'browser-only' | 'server-only';
export type VerdictCounts = Partial<Record<VerdictName, number>>;

export type Outcome = { verdicts: VerdictCounts; countedByMeta: number };

type Group = { pixel: PixelSend[]; capi: CapiSend[]; joinedBy: 'deduplicated' | 'fallback' | 'double-counted' | null };

const windowMs = 48 * 3_600_000;

/** All sends of one action: its copies, repeats and second sends. */
export function whatMetaCounts(pixel: readonly PixelSend[], capi: readonly CapiSend[]): Outcome {
  const groups = sameIds(pixel, capi);
  joinOneSided(groups, 'fallback', isFallback);
  joinOneSided(groups, 'double-counted', () => true);
  const outcome: Outcome = { verdicts: {}, countedByMeta: 0 };
  for (const group of groups) {
    const verdict = verdictOf(group);
    outcome.verdicts[verdict] = (outcome.verdicts[verdict] ?? 0) + 1;
    outcome.countedByMeta += countOf(group, verdict);
  }
  return outcome;
}

/** Several actions, each by itself. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  const total: Outcome = { verdicts: {}, countedByMeta: 0 };
  for (const { verdicts, countedByMeta } of outcomes) {
    total.countedByMeta += countedByMeta;
    for (const [verdict, count] of Object.entries(verdicts) as [VerdictName, number][]) {
      total.verdicts[verdict] = (total.verdicts[verdict] ?? 0) + count;
    }
  }
  return total;
}

/** The id of a server event, where Meta reads it. */
export function eventIdOf({ event }: CapiSend): string | null {
  return typeof event.event_id === 'string' && event.event_id !== '' ? event.event_id : null;
}

function sameIds(pixel: readonly PixelSend[], capi: readonly CapiSend[]): Group[] {
  const groups: (Group & { key: string | null; firstAt: number })[] = [];
  const add = (send: { key: string | null; at: number }, put: (group: Group) => void) => {
    const known = groups.find(
      ({ key, firstAt }) => key !== null && key === send.key && Math.abs(send.at - firstAt) <= windowMs,
    );
    const group = known ?? { pixel: [], capi: [], joinedBy: null, key: send.key, firstAt: send.at };
    if (known === undefined) groups.push(group);
    put(group);
    if (group.pixel.length > 0 && group.capi.length > 0) group.joinedBy = 'deduplicated';
  };
  for (const send of pixel) {
    add({ key: keyOf(send.dataset, send.eventName, send.eventId), at: send.at }, (group) => group.pixel.push(send));
  }
  for (const send of capi) {
    const key = keyOf(send.dataset, String(send.event.event_name), eventIdOf(send));
    add({ key, at: send.sentAt }, (group) => group.capi.push(send));
  }
  return groups;
}

function keyOf(dataset: string, eventName: string, eventId: string | null): string | null {
  return eventId === null ? null : JSON.stringify([dataset, eventName, eventId]);
}

function joinOneSided(
  groups: Group[],
  how: 'fallback' | 'double-counted',
  isJoined: (pixel: PixelSend, capi: CapiSend) => boolean,
): void {
  for (const left of groups) {
    const [pixel] = left.pixel;
    if (pixel === undefined || left.capi.length > 0) continue;
    const fitting = groups.filter(
      ({ pixel: none, capi: [send] }) => none.length === 0 && send && isJoined(pixel, send),
    );
    // Meta knows nothing of what it refused: a retry takes its place.
    const right = fitting.find(({ capi }) => capi.some(isAccepted)) ?? fitting[0];
    if (right === undefined) continue;
    left.capi = right.capi;
    left.joinedBy = how;
    groups.splice(groups.indexOf(right), 1);
  }
}

/** By external_id or fbp, the browser's first, where not both carry an id. */
function isFallback(pixel: PixelSend, capi: CapiSend): boolean {
  if (pixel.dataset !== capi.dataset || pixel.eventName !== capi.event.event_name) return false;
  if (pixel.eventId !== null && eventIdOf(capi) !== null) return false;
  const isInTime = capi.sentAt >= pixel.at && capi.sentAt - pixel.at <= windowMs;
  const external = capi.userData.external_id;
  const isSameFbp = pixel.fbp !== null && withoutSuffix(capi.userData.fbp) === pixel.fbp;
  const isSameId = external !== undefined && [external].flat()[0] === pixel.userData.external_id;
  return isInTime && (isSameFbp || isSameId);
}

/** Parameter Builder appends a fifth part to the cookie's four. */
function withoutSuffix(cookie: unknown): string | null {
  return typeof cookie === 'string' ? cookie.split('.').slice(0, 4).join('.') : null;
}

function verdictOf({ pixel, capi, joinedBy }: Group): VerdictName {
  const [hasPixel, hasCapi] = [pixel.some(isSent), capi.some(isAccepted)];
  if (hasPixel && hasCapi && joinedBy !== null) return joinedBy;
  if (hasPixel) return 'browser-only';
  if (hasCapi) return 'server-only';
  return pixel.length > 0 ? 'browser-only' : 'server-only';
}

function countOf({ pixel, capi }: Group, verdict: VerdictName): number {
  if (verdict === 'double-counted') return 2;
  return pixel.some(isSent) || capi.some(isAccepted) ? 1 : 0;
}
