/** The rules of SPEC.md in one sentence each, with what they rest on: for the window and reports to say why. */
import type { Confidence } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';

type PairingRuleId = 'P0' | 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8';

export type PairingRule = {
  id: PairingRuleId;
  /** One plain sentence; SPEC.md has the conditions to the letter. */
  statement: string;
  /** As in SPEC.md. */
  source: string;
  confidence: Confidence;
};

const dedup = 'Meta: Deduplicate Pixel and server events';
const recordings = 'Twinlane: evidence of the recordings';

export const rulesOfPairing: readonly PairingRule[] = [
  {
    id: 'P0',
    statement: 'Events of one side with the same dataset, event name and event_id within 48 hours are repeats of one.',
    source: dedup,
    confidence: 'high',
  },
  {
    id: 'P1',
    statement:
      'A browser and a server event with the same dataset, event name and event_id within 48 hours are one event to Meta.',
    source: dedup,
    confidence: 'high',
  },
  {
    id: 'P2',
    statement:
      'Where an event_id is missing, Meta joins the same event name with the same external_id or fbp, if the browser’s copy came first and the server’s within 48 hours after it.',
    source: dedup,
    confidence: 'high',
  },
  {
    id: 'P3',
    statement:
      'Meta would not join the two. That they are one action is weighed from what both carry, such as order, visitor, value, page and time.',
    source: recordings,
    confidence: 'medium',
  },
  {
    id: 'P4',
    statement: 'Where the evidence fits two candidates about equally well, none is joined.',
    source: recordings,
    confidence: 'medium',
  },
  {
    id: 'P5',
    statement:
      'Two events of one side are the same action sent twice where they share the order number of one sale, or visitor, page and content within seconds; the one that got farthest stands for the action.',
    source: recordings,
    confidence: 'medium',
  },
  {
    id: 'P6',
    statement:
      'Only what reaches Meta counts. An event that was blocked, cut off, failed or refused stays beside its twin as evidence.',
    source: 'The browser’s own report of the call; Graph’s answer to the request',
    confidence: 'high',
  },
  {
    id: 'P7',
    statement:
      'Of two joined copies Meta is expected to keep the first, or the browser’s where both came within five minutes.',
    source: dedup,
    confidence: 'medium',
  },
  {
    id: 'P8',
    statement: 'One event_id used for several actions is one event to Meta: the others are lost.',
    source: dedup,
    confidence: 'high',
  },
];

/** The rules that made this pair what it is, in their order. */
export function rulesOfPair(pair: Pair): PairingRule[] {
  const applied: Record<PairingRuleId, boolean> = {
    P0: pair.actions === 1 && (pair.browser.length > 1 || pair.server.length > 1),
    P1: pair.rule === 'P1',
    P2: pair.rule === 'P2',
    P3: pair.rule === 'P3',
    P4: pair.candidates.length > 0,
    P5: pair.repeatOf !== null,
    P6: pair.counted === 0 || isOneSidedByLoss(pair),
    P7: pair.kept !== null && isJoinedByMeta(pair),
    P8: pair.actions > 1,
  };
  return rulesOfPairing.filter(({ id }) => applied[id]);
}

/** Both copies are there, and only one of them reached Meta. */
function isOneSidedByLoss({ browser, server, verdict }: Pair): boolean {
  return browser.length > 0 && server.length > 0 && (verdict === 'browser-only' || verdict === 'server-only');
}

function isJoinedByMeta({ verdict }: Pair): boolean {
  return verdict === 'deduplicated' || verdict === 'fallback';
}
