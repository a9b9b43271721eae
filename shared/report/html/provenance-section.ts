/** What the page rests on: the recordings, the engine, what was masked, and what kind of statement this is. */
import { formatCount, plural } from '../../view/plural.ts';
import type { Report, ReportInput } from '../report.ts';
import { type Html, html, nothing, siteText } from './html.ts';

const kinds: Record<ReportInput['kind'], string> = {
  har: 'HAR recording of a browser',
  'browser-ndjson': 'browser calls, one a line',
  log: 'server log',
  orders: 'orders of the shop',
  endpoint: 'test endpoint',
  proxy: 'proxy',
  browser: 'browser',
  session: 'session',
};

const problemsShown = 20;

export function provenanceSection({ inputs, engine, schema }: Report, { reveal }: { reveal: boolean }): Html {
  const redaction = reveal
    ? 'Nothing is masked: hashes, cookies, click ids and addresses stand here as they were sent. Handle this page like customer data.'
    : 'Hashes, cookies, click ids, IP and e-mail addresses are masked; fields were compared before that. Access tokens are never stored.';
  return html`<section><h2>What this rests on</h2>
<table><thead><tr><th>Source</th><th>Kind</th><th class="number">Records</th><th class="number">Events</th><th class="number">Skipped</th></tr></thead><tbody>
${inputs.map(inputRow)}
</tbody></table>
${inputs.map(problemList)}
<dl class="small">
<div><dt>Masking</dt><dd>${redaction}</dd></div>
<div><dt>Engine</dt><dd>Twinlane ${engine}, ${schema}. The same recordings give the same page.</dd></div>
<div><dt>Times</dt><dd>All times are UTC.</dd></div>
<div><dt>Nature</dt><dd>What Meta would count is a prediction from Meta’s documentation and recordings of its script, made outside of Meta. Meta’s own count is in Events Manager.</dd></div>
</dl></section>`;
}

function inputRow({ name, kind, records, events, skipped }: ReportInput): Html {
  const counts = [records, events, skipped].map((count) => html`<td class="number">${formatCount(count)}</td>`);
  return html`<tr><th scope="row">${siteText(name)}</th><td>${kinds[kind]}</td>${counts}</tr>`;
}

function problemList({ name, problems }: ReportInput): Html {
  if (problems.length === 0) return nothing;
  const shown = problems.slice(0, problemsShown);
  const more = problems.length - shown.length;
  return html`<p class="problems">${plural(problems.length, 'problem')} in ${siteText(name)}</p>
<ul class="problems">${shown.map(({ at, reason }) => html`<li><code>${at}</code> ${siteText(reason)}</li>`)}${more > 0 ? html`<li>and ${formatCount(more)} more</li>` : nothing}</ul>`;
}
