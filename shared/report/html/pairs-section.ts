/** Every pair with both sides: verdict and reason first, then where the copies differ, then what is the same. */
import { comparisonWords } from '../../view/comparison-order.ts';
import { formatGap } from '../../view/format-gap.ts';
import { formatCount, plural } from '../../view/plural.ts';
import type { FieldComparison } from '../../view/rows.ts';
import { verdictSentence } from '../../view/verdict-words.ts';
import type { Report, ReportEvent, ReportFinding, ReportPair } from '../report.ts';
import { type Html, html, nothing, siteText } from './html.ts';
import { severityMark, verdictMark } from './signs.ts';
import { timeInDay } from './times.ts';

/** Pairs beyond these stand as one line: a page must stay one that a browser opens. Those with findings come first. */
const mostDetailed = 1500;

export type Sides = (pairId: string) => readonly FieldComparison[];

type Context = {
  report: Report;
  events: ReadonlyMap<string, ReportEvent>;
  findings: ReadonlyMap<string, ReportFinding[]>;
  detailed: ReadonlySet<string>;
  hasDays: boolean;
  sides: Sides;
};

export function pairsSection(report: Report, sides: Sides): Html {
  const { pairs } = report;
  if (pairs.length === 0) return nothing;
  const context = contextOf(report, sides);
  const left = pairs.length - context.detailed.size;
  const note =
    left === 0
      ? ''
      : ` ${formatCount(left)} pairs without findings stand as one line; narrow the report with --filter to see their fields.`;
  return html`<section><h2>Pairs</h2>
<p class="lead">${plural(pairs.length, 'pair')}, by time. <span class="screen">Press one to see both sides.</span>${note}</p>
${pairs.map((pair) => pairItem(pair, context))}${outsiders(report)}</section>`;
}

/** What is neither paired nor counted must not seem lost. */
function outsiders({ pairs, events }: Report): Html {
  const paired = pairs.reduce((sum, { browser, server }) => sum + browser.length + server.length, 0);
  const count = events.length - paired;
  if (count === 0) return nothing;
  return html`<p class="problems">${plural(count, 'event')} in no pair: sent once more by another way, or made by Meta’s script itself. Meta counts none of them as an action.</p>`;
}

function contextOf(report: Report, sides: Sides): Context {
  const { pairs, events } = report;
  const findings = Map.groupBy(report.findings, ({ pair }) => pair ?? '');
  const withFindings = pairs.filter(({ id }) => findings.has(id));
  const others = pairs.filter(({ id }) => !findings.has(id));
  const detailed = [...withFindings, ...others].slice(0, mostDetailed).map(({ id }) => id);
  return {
    report,
    events: new Map(events.map((event) => [event.id, event])),
    findings,
    detailed: new Set(detailed),
    hasDays: new Set(events.map(({ at }) => at.slice(0, 10))).size > 1,
    sides,
  };
}

function pairItem(pair: ReportPair, context: Context): Html {
  const findings = context.findings.get(pair.id) ?? [];
  const line = pairLine(pair, findings, context);
  if (!context.detailed.has(pair.id)) return html`<div class="pair line" id="${pair.id}">${line}</div>`;
  const isOpen = findings.some(({ severity, causedBy }) => severity !== 'info' && causedBy === null);
  return html`<details class="pair" id="${pair.id}"${isOpen ? html` open` : nothing}><summary>${line}</summary>
<div class="inside">
<p><strong>${verdictSentence(pair)}.</strong> ${siteText(pair.why)}</p>
${findings.length === 0 ? nothing : html`<ul class="pair-findings">${findings.map(findingItem)}</ul>`}
${sidesTable(pair, context)}
${copiesList(pair, context)}
</div></details>`;
}

function pairLine(pair: ReportPair, findings: readonly ReportFinding[], { events, hasDays }: Context): Html {
  const at = events.get(pair.browser[0] ?? pair.server[0] ?? '')?.at ?? '';
  const gap = pair.gapMs === null ? '' : formatGap(pair.gapMs);
  const worst = (['error', 'warning', 'info'] as const).find((each) => findings.some((it) => it.severity === each));
  return html`<span class="id">${pair.id}</span><time>${timeInDay(at, hasDays)}</time><span class="name">${siteText(pair.eventName)}</span>${verdictMark(pair.verdict)}<span class="gap">${gap}</span><span class="order">${pair.order === null ? nothing : html`order ${siteText(pair.order)}`}</span><span class="worst">${worst === undefined ? nothing : severityMark(worst)}</span>`;
}

function findingItem({ severity, title, detail, causedBy }: ReportFinding): Html {
  const words = causedBy === null ? siteText(detail) : html`Explained by <code>${causedBy}</code>.`;
  return html`<li>${severityMark(severity)} <strong>${title}</strong> ${words}</li>`;
}

/** What is not the same in rows; what is, run in below them. */
function sidesTable(pair: ReportPair, { sides }: Context): Html {
  const fields = sides(pair.id);
  const isAlike = ({ state, browser, server }: FieldComparison) => state === 'same' && browser === server;
  const rows = fields.filter((field) => !isAlike(field));
  const alike = fields.filter(isAlike);
  return html`<table class="sides"><thead><tr><th>Field</th><th>Browser</th><th>Server</th><th></th></tr></thead><tbody>
${rows.map(sidesRow)}
</tbody></table>
${alike.length === 0 ? nothing : html`<p class="alike"><strong>Same on both sides</strong> ${alike.map(({ field, browser }) => html`<span><b>${siteText(field)}</b> ${siteText(browser ?? '')}</span> `)}</p>`}`;
}

function sidesRow({ field, browser, server, state }: FieldComparison): Html {
  const cell = (text: string | null) =>
    text === null ? html`<td class="none">–</td>` : html`<td>${siteText(text)}</td>`;
  return html`<tr class="${state}"><th scope="row">${siteText(field)}</th>${cell(browser)}${cell(server)}<td class="state">${comparisonWords[state]}</td></tr>`;
}

function copiesList(pair: ReportPair, { events, report, hasDays }: Context): Html {
  const copies = [...pair.browser, ...pair.server].flatMap((id) => events.get(id) ?? []);
  return html`<ul class="copies">${copies.map(({ id, side, outcome, at, source, counts }) => {
    const kept = id === pair.kept && copies.length > 1 ? ', the copy that Meta keeps' : '';
    const where = html`${siteText(report.inputs[source.input]?.name ?? '')}, ${source.at}`;
    return html`<li><code>${id}</code> ${side} event, ${outcome}${counts ? '' : ', does not count'}${kept}; ${timeInDay(at, hasDays)}; ${where}</li>`;
  })}</ul>`;
}
