/** `npm run bench [NAME…]`: takes every figure, prints it beside its goal, and writes them all to results.json. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { capturedRequest } from './captured-request.ts';
import { endpointRate } from './endpoint-rate.ts';
import { exactJoinAgainstSqlite } from './exact-join-against-sqlite.ts';
import { type Figure, type Measured, meetsGoal, type Skipped } from './figure.ts';
import { filterKeystroke } from './filter-keystroke.ts';
import { heapAfterClose } from './heap-after-close.ts';
import { judgeDoubling } from './judge-doubling.ts';
import { judgeSession } from './judge-session.ts';
import { judgedMemory } from './judged-memory.ts';
import { keyInWindow } from './key-in-window.ts';
import { lanesFrame } from './lanes-frame.ts';
import { listFrame } from './list-frame.ts';
import { liveRow } from './live-row.ts';
import { logAgainstJq } from './log-against-jq.ts';
import { logAgainstJsonParse, payloadsAgainstJsonParse } from './log-against-json-parse.ts';
import { logMemory } from './log-memory.ts';
import { thisMachine } from './machine.ts';
import { mitmproxyRequest } from './mitmproxy-request.ts';
import { oneMoreEvent } from './one-more-event.ts';
import { oneMoreEventWithOrders, ordersAgainstSessions } from './orders-against-sessions.ts';
import { rowOnScreen } from './row-on-screen.ts';
import { watchStolenTime } from './stolen-time.ts';
import { tunnelledRequest } from './tunnelled-request.ts';
import { windowHeap } from './window-heap.ts';
import { windowOpen } from './window-open.ts';
import { worstDays } from './worst-days.ts';

const figures: Figure[] = [
  tunnelledRequest,
  capturedRequest,
  mitmproxyRequest,
  logAgainstJsonParse,
  payloadsAgainstJsonParse,
  logAgainstJq,
  judgeSession,
  judgeDoubling,
  judgedMemory,
  oneMoreEvent,
  ordersAgainstSessions,
  oneMoreEventWithOrders,
  exactJoinAgainstSqlite,
  ...worstDays,
  filterKeystroke,
  endpointRate,
  rowOnScreen,
  lanesFrame,
  windowOpen,
  listFrame,
  windowHeap,
  keyInWindow,
  liveRow,
  heapAfterClose,
  logMemory,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !figures.some((figure) => figure.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No figure is called ${unknown.join(', ')}: ${figures.map((figure) => figure.name).join(', ')}\n`,
  );
  process.exit(2);
}

const results: Record<string, object> = {};
const stolenTime = watchStolenTime();
for (const figure of figures) {
  if (wanted.length > 0 && !wanted.includes(figure.name)) continue;
  const result = await figure.measure();
  results[figure.name] = { what: figure.what, unit: figure.unit, goal: figure.goal, ...result };
  process.stdout.write(`${line(figure, result)}\n`);
}
const stolenShare = stolenTime();
if (stolenShare !== null) {
  process.stdout.write(`Of this machine's time its host took ${(stolenShare * 100).toFixed(1)}% meanwhile.\n`);
}
if (wanted.length === 0) {
  const report = { machine: { ...thisMachine(), stolenShare }, figures: results };
  writeFileSync(fileURLToPath(new URL('results.json', import.meta.url)), `${JSON.stringify(report, null, 2)}\n`);
}

function line(figure: Figure, result: Measured | Skipped): string {
  if ('skipped' in result) return `${figure.name}: skipped, ${result.skipped}`;
  const unit = { ms: ' ms', times: ' ×', 'per second': ' a second', GB: ' GB' }[figure.unit];
  const goal = 'atMost' in figure.goal ? `at most ${figure.goal.atMost}` : `at least ${figure.goal.atLeast}`;
  const verdict = meetsGoal(figure, result.value) ? 'met' : 'MISSED';
  return `${figure.name}: ${result.value}${unit} (goal: ${goal}${unit}, ${verdict}) · ${figure.what} · ${result.detail}`;
}
