/** The connection check: tries or looks at every way by which events come into the recording, all at once. */
import { Refusal } from '../../../shared/api/errors.ts';
import type { Input, TimeMs } from '../../../shared/model/fact.ts';
import type { SessionStatus } from '../../../shared/model/session.ts';
import type { WayCheck } from '../../../shared/model/way-check.ts';
import { plural } from '../../../shared/view/plural.ts';
import type { SessionBook } from '../session-book.ts';
import { checkEndpoint } from './check-endpoint.ts';
import type { CheckMarks } from './check-marks.ts';
import { checkProxy } from './check-proxy.ts';
import { lookAtLog } from './look-at-log.ts';
import type { Tried } from './tried.ts';

type Checked = { status: SessionStatus; book: SessionBook | null; marks: CheckMarks };

/** In the order in which the ways were opened. Refused while nothing is recorded. */
export async function checkSources({ status, book, marks }: Checked): Promise<WayCheck[]> {
  const { capture } = status;
  if (capture.state !== 'recording' || book === null) {
    throw new Refusal('not-found', 'Nothing is recorded now. Start a recording, then check its ways in.');
  }
  const lastEvents = lastEventsOf(book);
  const look = (input: Input): Promise<Tried> | null => {
    const lastEventAt = lastEvents.get(input.id) ?? null;
    if (input.kind === 'endpoint' && status.endpoint !== null) return checkEndpoint(status.endpoint, marks);
    if (input.kind === 'proxy' && status.proxy !== null && status.certificate !== null) {
      return checkProxy({ url: status.proxy, certificatePath: status.certificate }, marks);
    }
    if (input.kind === 'log') {
      const trouble = troubleOf(input, status);
      return lookAtLog({ input, lastEventAt, since: capture.since, now: Date.now(), trouble });
    }
    return input.kind === 'browser' ? null : Promise.resolve(lookAtInput(input));
  };
  const ways = status.inputs.map(async (input): Promise<WayCheck[]> => {
    const tried = await look(input);
    if (tried === null) return [];
    const name = nameOf(input, status);
    return [{ way: input.kind, name, input: input.id, ...tried, lastEventAt: lastEvents.get(input.id) ?? null }];
  });
  return (await Promise.all(ways)).flat();
}

/** The session tells of a command that ended and of an address that fails, and when it works again. */
function troubleOf({ name }: Input, { notices }: SessionStatus): string | null {
  const last = notices.findLast(({ text }) => text.includes(name.replace(/^cmd: /, '')));
  return last?.level === 'warning' ? last.text : null;
}

function nameOf(input: Input, { endpoint, proxy }: SessionStatus): string {
  if (input.kind === 'endpoint') return endpoint ?? input.name;
  return input.kind === 'proxy' ? (proxy ?? input.name) : input.name;
}

/** Of the other kinds only what they brought is known. */
function lookAtInput({ records, skipped }: Input): Tried {
  const detail = `${plural(records, 'record')} read, ${skipped} of them unusable.`;
  return records > skipped
    ? { state: 'ok', detail, advice: null }
    : { state: 'waiting', detail, advice: 'Nothing has come in by it yet: do something that makes it send.' };
}

/** When each input brought its last server event. */
function lastEventsOf(book: SessionBook): Map<number, TimeMs> {
  const last = new Map<number, TimeMs>();
  for (const event of book.pipeline.events()) {
    if (event.side !== 'server') continue;
    const at = event.seenAt ?? event.at;
    if (at > (last.get(event.source.input) ?? 0)) last.set(event.source.input, at);
  }
  return last;
}
