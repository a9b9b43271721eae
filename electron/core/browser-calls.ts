/** The browser calls of a session as NDJSON (REPORT.md): what `record` and `export --format ndjson` write. */
import type { BrowserCallFact, CallAnswerFact, Fact } from '../../shared/model/fact.ts';
import { visitorMask } from '../../shared/report/mask.ts';
import { browserCallLine } from './capture/browser-ndjson.ts';

/**
 * One line a call, in the order in which they were seen, each with the answer that it got later. It is a recording and
 * keeps hashes and cookies, without which it would be no evidence; plain personal data is masked unless `reveal`.
 */
export function browserCallLines(facts: Iterable<Fact>, { reveal }: { reveal: boolean }): string {
  const calls = new Map<string, { call: BrowserCallFact; answer: CallAnswerFact | null }>();
  for (const fact of facts) {
    if (fact.kind === 'browser-call') calls.set(fact.key, { call: fact, answer: null });
    const answered = fact.kind === 'call-answer' ? calls.get(fact.call) : undefined;
    if (answered !== undefined && fact.kind === 'call-answer') answered.answer = fact;
  }
  return [...calls.values()]
    .map(({ call, answer }) => `${browserCallLine(reveal ? call : withoutPlainData(call), answer ?? undefined)}\n`)
    .join('');
}

function withoutPlainData(call: BrowserCallFact): BrowserCallFact {
  return { ...call, url: visitorMask.plain(call.url), body: call.body === null ? null : visitorMask.plain(call.body) };
}
