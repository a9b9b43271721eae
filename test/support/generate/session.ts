/** One made-up session: some two hundred visits mixed in time, as the files that a person would hand over, with its truth. */
import { actionKinds, makeDraft } from './draft.ts';
import type { Fault } from './fault.ts';
import { faults, pickTogether } from './faults/list.ts';
import { logStyles, type Telling } from './log-styles.ts';
import { createRandom, type Random } from './random.ts';
import { type Sale, saleOf, writeOrders } from './sales.ts';
import { type SceneKind, type Stage, sceneOf } from './scene.ts';
import { againScenes } from './scenes/again.ts';
import { faultyScenes } from './scenes/faulty.ts';
import { lostCopyScenes } from './scenes/lost-copies.ts';
import { orderScenes } from './scenes/orders.ts';
import { pageScenes } from './scenes/pages.ts';
import { peopleScenes } from './scenes/people.ts';
import { serverScenes } from './scenes/servers.ts';
import { streamScenes } from './scenes/streams.ts';
import { finishVisit } from './truth.ts';
import type { Visit } from './visit.ts';
import { type WrittenFile, writeBrowserCalls, writeServerLogs } from './write-files.ts';

export type GeneratedSession = {
  visits: Visit[];
  browser: WrittenFile;
  servers: WrittenFile[];
  orders: { name: string; text: string };
};

/** 2026-03-02T06:00:00Z; each seed has its own day. */
const firstDay = Date.UTC(2026, 2, 2, 6);
const dayMs = 86_400_000;
const spanMs = 7 * 3_600_000;
const scenes = [
  ...peopleScenes,
  ...lostCopyScenes,
  ...pageScenes,
  ...serverScenes,
  ...faultyScenes,
  ...streamScenes,
  ...orderScenes,
  ...againScenes,
];
const visitsPerSeed = 245;

export function makeSession(seed: number): GeneratedSession {
  const random = createRandom(seed);
  const director = createDirector(random, firstDay + (seed % 27) * dayMs);
  const visits = [
    ...scenes.map((kind) => director.scene(kind)),
    ...faults.map((fault) => director.faulty([fault])),
    ...Array.from({ length: 40 }, (_, at) => director.faulty(pickTogether(random, at % 2 === 0 ? 2 : 3))),
  ];
  while (visits.length < visitsPerSeed) visits.push(director.faulty([]));
  const orders = writeOrders(visits.flatMap(({ sales }) => sales));
  return { visits, browser: writeBrowserCalls(visits), servers: writeServerLogs(visits), orders };
}

/** A copy that tells another value than the order is told in two ways. */
function toleratedWith({ tolerated = [], touches }: Fault): readonly string[] {
  const isMoney = touches.includes('value') || touches.includes('currency');
  return isMoney ? [...tolerated, 'content.order-differs'] : tolerated;
}

function isOfOrders(kind: SceneKind): boolean {
  return orderScenes.includes(kind);
}

function soldOn({ sales }: Stage): Sale[] {
  return sales.flatMap((read) => read() ?? []);
}

/** Gives every visit its time, its numbers and its log. */
function createDirector(random: Random, dayStart: number) {
  let count = 0;
  let orders = random.int(200_000, 600_000);
  const stage = (): Stage => ({
    random,
    at: dayStart + random.int(0, spanMs),
    order() {
      orders += random.int(3, 40);
      return String(orders);
    },
    dataset: () => `5${random.digits(15)}`,
    sales: [],
  });

  const log = (needs: readonly Telling[], isOwn = false) => {
    const style = random.pick(logStyles.filter(({ tells }) => needs.every((what) => tells[what])));
    return { file: isOwn ? `${style.name}-of-v${count}.log` : `${style.name}.log`, style };
  };

  function scene(kind: SceneKind): Visit {
    const where = stage();
    const played = { sales: [], ...kind.play(where) };
    if (played.sales.length === 0 && !isOfOrders(kind)) played.sales = soldOn(where);
    const visit = { id: `v${++count}`, name: kind.name, log: log(kind.needsLog ?? [], played.ownLog) };
    return finishVisit(visit, played, {
      codes: kind.codes ?? [],
      tolerated: kind.tolerated ?? [],
      onlyInfo: kind.onlyInfo ?? [],
    });
  }

  /** No fault at all is a clean visit. */
  function faulty(together: readonly Fault[]): Visit {
    const { at, order } = stage();
    const kinds = actionKinds.filter((each) => together.every(({ only }) => only === undefined || only.includes(each)));
    const draft = makeDraft({ random, at, order: order(), kind: random.pick(kinds) });
    const sale = saleOf(draft)();
    for (const fault of together) fault.apply(draft);
    // What Graph would refuse no log can show as taken.
    const isTaken = together.every(
      ({ codes, tolerated = [] }) => ![...codes, ...tolerated].includes('request.invalid'),
    );
    for (const send of draft.capi) if (!isTaken && send.answer === 'received') send.answer = null;
    const isSilent = draft.capi.some(({ answer }) => answer === null);
    const names = together.map(({ name }) => name).join(' + ');
    const needs = [...together.flatMap(({ needsLog }) => needsLog ?? []), ...(isSilent ? (['silence'] as const) : [])];
    const visit = { id: `v${++count}`, name: `${draft.kind}: ${names || 'clean'}`, log: log(needs) };
    const scene = { ...sceneOf(draft), sales: sale === null ? [] : [sale] };
    return finishVisit(visit, scene, {
      codes: [...together.flatMap(({ codes }) => codes), ...draft.codes],
      tolerated: [...together.flatMap(toleratedWith), ...draft.tolerated],
      onlyInfo: [],
    });
  }

  return { scene, faulty };
}
