/** The measures in a sentence each, and the counts by event name. */
import { measureWords, shareWords } from '../../view/measure-words.ts';
import { formatCount } from '../../view/plural.ts';
import type { EventNameSummary, Report, Scores } from '../report.ts';
import { type Html, html, siteText } from './html.ts';

export function measuresSection({ scores, summary }: Report): Html {
  const measures = Object.keys(measureWords) as (keyof Scores)[];
  return html`<section><h2>Measures</h2>
<table class="measures"><thead><tr><th>Measure</th><th class="number">Share</th><th>What it says</th></tr></thead><tbody>
${measures.map((measure) => measureRow(measure, scores))}
</tbody></table>
<h2>By event name</h2>
<table><thead><tr><th>Event</th><th class="number">Browser</th><th class="number">Server</th><th class="number">Deduplicated</th><th class="number">Fallback</th><th class="number">Counted twice</th><th class="number">Browser only</th><th class="number">Server only</th></tr></thead><tbody>
${summary.byEventName.map(nameRow)}
</tbody></table></section>`;
}

function measureRow(measure: keyof Scores, scores: Scores): Html {
  const { value, note } = scores[measure];
  return html`<tr><th scope="row">${measureWords[measure]}</th><td class="number">${shareWords(value)}</td><td>${note}</td></tr>`;
}

function nameRow(row: EventNameSummary): Html {
  const { eventName, browserEvents, serverEvents, deduplicated, fallback, doubleCounted, browserOnly, serverOnly } =
    row;
  const counts = [browserEvents, serverEvents, deduplicated, fallback, doubleCounted, browserOnly, serverOnly];
  const cells = counts.map((count) => html`<td class="number ${count === 0 ? 'none' : ''}">${formatCount(count)}</td>`);
  return html`<tr><th scope="row">${siteText(eventName)}</th>${cells}</tr>`;
}
