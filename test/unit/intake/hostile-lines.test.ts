/** Lines that no logger meant to write: thousands at random (FUZZ_LINES says how many), and those made to take forever. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLog } from '../../../electron/core/intake/read-log.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { payload, purchase } from '../../support/capi.ts';
import { printR } from '../../support/print-r.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

async function idsIn(lines: Iterable<string>): Promise<string[]> {
  const handle = recordingHandle();
  const pieces = function* () {
    for (const line of lines) yield Buffer.from(`${line}\n`);
  };
  await readLog(Readable.from(pieces()), handle);
  return handle.records().flatMap((fact) => readServerRecord(fact).events.map(({ eventId }) => eventId ?? ''));
}

/** Small and seeded: a run that fails can be run again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const fragments = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '\\',
  '\\"',
  ':',
  ',',
  ' ',
  '\t',
  '\r',
  '\u001b[31m',
  '\u0000',
  '\ufeff',
  '€',
  '\ud800',
  'event_name',
  '"event_name":',
  '[event_name] => ',
  '""event_name"":',
  'event_name%22',
  '"event_time":1',
  'data=',
  'user_data',
  'Array',
  'Array (',
  'Object (',
  '=> ',
  '#012',
  'access_token=',
  'EAAB',
  'fbtrace_id',
  '"events_received":1',
  '2025-12-16T09:00:00.000000000Z stdout P ',
  '2025-12-16T09:00:00.000000000Z stderr F ',
  '2025-12-16T09:00:00.1234567Z ',
  'web-1  | ',
  'db  | ',
  '[pod/a/b] ',
  '<13>Dec 16 09:00:00 host app[1]: ',
  '<165>1 - - - - - - ',
  '2025-12-16T09:00:00Z {a="b"} ',
  '2025-12-16T09:00:00+00:00 app[web.1]: ',
  '{"log":"',
  '","stream":"stdout","time":"x"}',
  '{"MESSAGE":[1,2,300],"__REALTIME_TIMESTAMP":"1"}',
  '{"line":"x","labels":{},"timestamp":"y"}',
  '200 POST ',
  'curl ',
  'Response: ',
  '\\u0022',
  '\\n',
  'x'.repeat(300),
];

test('lines at random break nothing, and every readable one among them is found', { timeout: 600_000 }, async () => {
  const count = Number(process.env.FUZZ_LINES ?? 5000);
  const next = random(20_251_216);
  const wanted: string[] = [];
  const lines = function* () {
    // What a log begins with tells that it is text.
    yield 'x'.repeat(5000);
    for (let number = 0; number < count; number++) {
      if (number % 10 === 9) {
        wanted.push(String(number));
        yield payload(purchase(String(number)));
      } else {
        yield Array.from({ length: next(12) }, () => fragments[next(fragments.length)]).join('');
      }
    }
  };
  const found = new Set(await idsIn(lines()));
  expect(wanted.filter((id) => !found.has(id))).toEqual([]);
});

const long = 2_000_000;
const times = (text: string) => text.repeat(Math.ceil(long / text.length));
test.each([
  ['a word', times('a')],
  ['blanks', times(' ')],
  ['a date and a word', `2025-12-16T09:00:00.123456789Z ${times('a')}`],
  ['a date and slashes', `2025-12-16T09:00:00Z ${times('a/')}`],
  ['labels without end', `2025-12-16T09:00:00Z {${times('a="\\"", ')}`],
  ['a label without end', `2025-12-16T09:00:00Z {a="${times('\\"')}`],
  ['structured data without end', `<1>1 - a b c d ${times('[a]')} x`],
  ['structured data that is open', `<1>1 - a b c d [${times('\\]')}`],
  ['syslog with a long host', `Dec 16 09:00:00 ${times('a.')} ${times('b/')}`],
  ['a pod without end', `[pod/${times('a')}`],
  ['a service of Compose', `${times('a-1')} | x`],
  ['bars', times('a-1 | ')],
  ['colours without end', times('\u001b[0;')],
  ['print_r without values', `event_name user_data ${times('Array (')}`],
  ['print_r keys without end', `[event_name] => x user_data ${times('[a] => ')}`],
  ['print_r brackets', `Array ( [event_name] => user_data ${times(' [')}`],
  ['print_r blanks', `Array ( [event_name] => user_data ${times(' ')}`],
  ['quotes in CSV', `""event_name"": user_data ${times('""')}`],
  ['objects in print_r', `[event_name] => user_data ${times('\\a')} Object`],
])('%s over two million characters takes no more than its time', { timeout: 20_000 }, async (_what, line) => {
  expect(await idsIn([line, payload(purchase('a'))])).toContain('a');
});

test('print_r nested without end is read as deep as sense goes', async () => {
  const deep = `${'Array ( [a] => '.repeat(5000)}${printR({ data: [purchase('x')] })}`;
  expect(await idsIn([deep, payload(purchase('a'))])).toContain('a');
});
