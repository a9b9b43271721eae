/** What is wrong, by cause, the worst first: what it does, how to mend it, and the pairs that it touches. */
import { confidenceWords } from '../../view/confidence-words.ts';
import { type FindingGroup, groupByCause } from '../../view/group-findings.ts';
import { formatCount, plural } from '../../view/plural.ts';
import type { Report } from '../report.ts';
import { type Html, html, nothing, siteText } from './html.ts';
import { severityMark } from './signs.ts';

/** More pairs of one finding than these are counted, not linked. */
const linked = 24;

export function findingsSection({ findings }: Report): Html {
  const groups = groupByCause(findings.map((finding, index) => ({ ...finding, key: String(index) })));
  if (groups.length === 0) return html`<section><h2>Findings</h2><p>Nothing to mend was found.</p></section>`;
  return html`<section><h2>Findings</h2>
<p class="lead">By cause, the worst first. What another finding explains stands under it and goes away with it.</p>
${groups.map(groupCard)}</section>`;
}

function groupCard({ code, severity, example, findings, pairs, consequences }: FindingGroup): Html {
  const times = pairs.length > 0 ? plural(pairs.length, 'pair') : plural(findings.length, 'time');
  const clears = consequences
    .map(({ title, count }) => (count > 1 ? `${title} (${formatCount(count)})` : title))
    .join('; ');
  return html`<article class="finding ${severity}">
<header>${severityMark(severity)}<h3>${example.title}</h3><span class="times">${times}</span></header>
<p>${siteText(example.detail)}</p>
<p class="fix"><strong>Fix</strong> ${siteText(example.fix)}</p>
<dl class="small">
${clears === '' ? nothing : html`<div><dt>Also clears</dt><dd>${clears}</dd></div>`}
${example.eventsManager === null ? nothing : html`<div><dt>In Events Manager</dt><dd>“${example.eventsManager}”</dd></div>`}
<div><dt>Rests on</dt><dd>${example.source}. ${confidenceWords[example.confidence]}.</dd></div>
<div><dt>Code</dt><dd><code>${code}</code></dd></div>
${pairs.length === 0 ? nothing : html`<div><dt>Pairs</dt><dd>${pairLinks(pairs)}</dd></div>`}
</dl>
</article>`;
}

function pairLinks(pairs: readonly string[]): Html {
  const links = pairs.slice(0, linked).map((id) => html`<a href="#${id}">${id}</a> `);
  return html`${links}${pairs.length > linked ? `and ${formatCount(pairs.length - linked)} more` : ''}`;
}
