/** The head of the page: whose events these are, what Meta would count against what happened, how the pairs divide. */
import { splitUrl } from '../../meta/url.ts';
import type { Verdict } from '../../model/pair.ts';
import { headline } from '../../view/headline-words.ts';
import { formatCount, plural } from '../../view/plural.ts';
import { countKeys, verdicts, verdictWords } from '../../view/verdict-words.ts';
import type { PairCounts, Report } from '../report.ts';
import { type Html, html, nothing, siteText } from './html.ts';
import { sign, verdictTone } from './signs.ts';
import { readableTime } from './times.ts';

export function pageHead({ events, summary }: Report): Html {
  const sites = mostFrequent(events.map(({ url }) => (url === null ? '' : splitUrl(url).host)));
  const datasets = mostFrequent(events.map(({ datasetId }) => datasetId ?? ''));
  const [first, last] = [events[0], events.at(-1)];
  const span =
    first === undefined || last === undefined ? '–' : `${readableTime(first.at)} to ${readableTime(last.at)}`;
  return html`<header class="head">
<p class="brand">${sign('twinlane')}Twinlane</p>
<h1>Meta Pixel and Conversions API</h1>
<dl class="facts">
${fact('Site', sites)}${fact('Dataset', datasets)}
<div><dt>Events</dt><dd>${plural(summary.browserEvents, 'browser event')}, ${plural(summary.serverEvents, 'server event')}</dd></div>
<div><dt>Happened</dt><dd>${span}</dd></div>
</dl>
</header>`;
}

export function summarySection(report: Report): Html {
  const { summary, pairs } = report;
  if (pairs.length === 0) {
    return html`<section class="summary"><p class="verdict-line">No Pixel call and no Conversions API event was found.</p></section>`;
  }
  const { tone, difference, words } = headline(summary);
  const { countedByMeta, distinctActions, findings } = summary;
  return html`<section class="summary" aria-label="Summary">
<dl class="figures">
<div><dd>${formatCount(countedByMeta)}</dd><dt>Meta would count</dt></div>
<div><dd>${formatCount(distinctActions)}</dd><dt>${distinctActions === 1 ? 'action happened' : 'actions happened'}</dt></div>
<div class="${tone}"><dd>${difference}</dd><dt>${words}</dt></div>
<div class="found"><dd>${formatCount(findings.error)}</dd><dt>${noun(findings.error, 'error')}</dt></div>
<div><dd>${formatCount(findings.warning)}</dd><dt>${noun(findings.warning, 'warning')}</dt></div>
<div><dd>${formatCount(findings.info)}</dd><dt>${noun(findings.info, 'note')}</dt></div>
</dl>
${bar(summary.pairs)}
<ul class="verdicts">${verdicts.map((verdict) => verdictItem(verdict, summary.pairs))}</ul>
${narrowedNote(report)}
</section>`;
}

/** A part for each verdict that occurs, as wide as its share. */
function bar(counts: PairCounts): Html {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  let at = 0;
  const parts = verdicts.map((verdict) => {
    const width = total === 0 ? 0 : (counts[countKeys[verdict]] / total) * 1000;
    const part = html`<rect class="${verdictTone[verdict]} ${verdict}" x="${Math.round(at)}" y="0" width="${Math.max(0, Math.round(at + width) - Math.round(at) - 2)}" height="10"/>`;
    at += width;
    return width === 0 ? nothing : part;
  });
  return html`<svg class="bar" viewBox="0 0 998 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function verdictItem(verdict: Verdict, counts: PairCounts): Html {
  const count = counts[countKeys[verdict]];
  const { word, meaning } = verdictWords[verdict];
  return html`<li class="${count === 0 ? 'none' : verdictTone[verdict]}">
<strong>${sign(verdict)}${word}<b>${formatCount(count)}</b></strong><span>${meaning}</span></li>`;
}

/** A part of a recording must not pass for the whole. */
function narrowedNote({ narrowedTo }: Report): Html {
  if (narrowedTo === undefined) return nothing;
  const { filter, since, until } = narrowedTo;
  const conditions = [
    filter === null ? nothing : html` that match <code>${siteText(filter)}</code>`,
    since === null ? nothing : html` from ${readableTime(since)} on`,
    until === null ? nothing : html` up to ${readableTime(until)}`,
  ];
  return html`<p class="note">This page shows only pairs${conditions}. Pairing and findings rest on everything that was read.</p>`;
}

function fact(name: string, values: readonly string[]): Html {
  if (values.length === 0) return nothing;
  const shown = values.slice(0, 3);
  const more = values.length > 3 ? ` and ${values.length - 3} more` : '';
  const parts = shown.map((value, index) => html`${index === 0 ? '' : ', '}${siteText(value)}`);
  return html`<div><dt>${name}${values.length > 1 ? 's' : ''}</dt><dd>${parts}${more}</dd></div>`;
}

function mostFrequent(values: readonly string[]): string[] {
  const groups = [...Map.groupBy(values, (value) => value)].filter(([value]) => value !== '');
  return groups.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1)).map(([value]) => value);
}

function noun(count: number, one: string): string {
  return count === 1 ? one : `${one}s`;
}
