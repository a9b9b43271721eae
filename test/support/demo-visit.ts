/** Lets a played visitor buy tea twice in the demo shop and judges what both lanes sent: the whole way, no sockets. */
import { readBrowserCallLine } from '../../electron/core/capture/browser-ndjson.ts';
import { createPipeline } from '../../electron/core/pipeline.ts';
import type { FaultId } from '../../electron/demo/faults/list.ts';
import { playedClock } from '../../electron/demo/sample/clock.ts';
import { playVisitor } from '../../electron/demo/sample/played-visitor.ts';
import { createBackend } from '../../electron/demo/shop/backend.ts';
import type { GraphAnswer, GraphPost } from '../../electron/demo/shop/graph.ts';
import { logRecord } from '../../electron/demo/shop/log-file.ts';
import { seededRandom } from '../../electron/demo/shop/seeded-random.ts';
import { createShop } from '../../electron/demo/shop/shop.ts';
import type { Fact, ServerRecordFact } from '../../shared/model/fact.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';

const browserInput = 0;
const serverInput = 1;

/** Graph as far as the demo goes: refuses an e-mail that is not hashed. */
function graphAnswer({ body, isLost }: GraphPost): GraphAnswer {
  if (isLost) return { error: 'cut off' };
  if (!body.includes('@')) return { status: 200, response: '{"events_received":1,"messages":[],"fbtrace_id":"A1"}' };
  const error = { message: 'Invalid parameter', type: 'OAuthException', code: 100, error_subcode: 2804016 };
  return { status: 400, response: JSON.stringify({ error }) };
}

function recordFact(number: number, at: number, { dataset, body }: GraphPost): ServerRecordFact {
  const place = `request ${number}`;
  const url = `https://graph.facebook.com/v24.0/${dataset}/events`;
  return {
    ...{
      kind: 'server-record',
      form: 'request',
      input: serverInput,
      place,
      key: `${serverInput}:${place}`,
      at,
      url,
      body,
    },
    ...{ contentType: 'application/json', bodyCharset: 'utf8', bodyState: 'whole', userAgent: null },
    delivery: 'forwarded',
  };
}

export type Visit = { pairs: Pair[]; findings: Finding[]; calls: number; log: string[] };

/** What Twinlane makes of two orders while exactly these faults are on. */
export async function visitWith(...faults: FaultId[]): Promise<Visit> {
  const facts: Fact[] = [];
  const log: string[] = [];
  const clock = playedClock(Date.UTC(2026, 10, 24, 9, 0, 0));
  let requests = 0;
  let calls = 0;
  const deliver = async (post: GraphPost): Promise<GraphAnswer> => {
    const fact = recordFact(++requests, clock.now(), post);
    const answer = graphAnswer(post);
    facts.push(fact);
    const [status, body] = 'status' in answer ? [answer.status, answer.response] : [null, answer.error];
    const { input, place, key: record } = fact;
    facts.push({ kind: 'server-answer', input, place, record, at: clock.now(), status, body });
    return answer;
  };
  const graphUrl = 'https://graph.facebook.com';
  const backend = createBackend({
    ...{ deliver, graphUrl, now: clock.now, later: clock.later },
    log: (...line) => void log.push(logRecord(...line)),
  });
  const shop = createShop({ now: clock.now, random: seededRandom(5), backend });
  const visitor = playVisitor({
    ...{ shop, clock, origin: 'https://tea.example', random: seededRandom(6), settle: backend.settled },
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    screen: { width: 1280, height: 720 },
    record: (call) => facts.push(...readBrowserCallLine(JSON.stringify(call), `line ${++calls}`, browserInput).facts),
  });

  visitor.setFaults(...faults);
  await visitor.open('/?fbclid=IwAR1someClick', 'https://l.facebook.com/');
  for (const sku of ['T-101', 'T-104']) {
    await visitor.wait(20);
    await visitor.open(`/product/${sku}`);
    await visitor.wait(15);
    await visitor.pressLive('Add to cart', '/cart/add', { sku });
    await visitor.wait(15);
    await visitor.open('/checkout');
    await visitor.wait(40);
    const contact = { name: 'Ada Brandt', email: 'ada@mail.example', phone: '+49 40 5550 1832' };
    await visitor.submit('Place the order', '/checkout', contact);
  }
  await visitor.wait(20);
  await visitor.pressLive('Subscribe', '/newsletter', { email: 'ada@mail.example' });
  await visitor.wait(120);

  const pipeline = createPipeline();
  pipeline.take(facts);
  return { pairs: pipeline.pairs(), findings: pipeline.findings(), calls, log };
}
