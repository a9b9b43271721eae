/** The report as one page that stands alone: for a client, on screen and on paper. No script, nothing from elsewhere. */
import { sha256 } from '../../meta/sha256.ts';
import { pairsInOrder } from '../../view/pairs-in-order.ts';
import { buildReport, type ReportSource } from '../build-report.ts';
import { noMask, visitorMask } from '../mask.ts';
import { base64OfHex } from './base64.ts';
import { findingsSection } from './findings-section.ts';
import { glossarySection } from './glossary-section.ts';
import { html, nothing } from './html.ts';
import { maskedComparison } from './masked-comparison.ts';
import { measuresSection } from './measures-section.ts';
import { pairsSection, type Sides } from './pairs-section.ts';
import { provenanceSection } from './provenance-section.ts';
import { signs } from './signs.ts';
import { style } from './style.ts';
import { pageHead, summarySection } from './summary-section.ts';

/** So many pairs are printed with their fields even where they are closed on the screen. */
const mostPrinted = 60;

/** Its policy allows the one style sheet that stands in it, by its hash, and nothing else. */
export function htmlReport(source: ReportSource, { reveal }: { reveal: boolean }): string {
  const report = buildReport(source, { reveal });
  const policy = `default-src 'none'; style-src 'sha256-${base64OfHex(sha256(style))}'; base-uri 'none'; form-action 'none'`;
  const isWhole = report.pairs.length <= mostPrinted;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Twinlane ${report.engine}">
<title>Twinlane report</title>
<style>${{ html: style }}</style>
</head>
<body${isWhole ? html` class="whole"` : nothing}>
${signs}
<main>
${pageHead(report)}
${summarySection(report)}
${report.pairs.length + report.findings.length === 0 ? nothing : [findingsSection(report), measuresSection(report), pairsSection(report, sidesOf(source, reveal))]}
${glossarySection()}
${provenanceSection(report, { reveal })}
</main>
</body>
</html>
`.html;
}

/** Pairs of the source under the numbers that the report gives them. */
function sidesOf(source: ReportSource, reveal: boolean): Sides {
  const mask = reveal ? noMask : visitorMask;
  const pairs = pairsInOrder(source.pairs);
  const events = new Map(source.events.map((event) => [event.id as string, event]));
  return (id) => {
    const pair = pairs[Number(id.slice(1)) - 1];
    return pair === undefined ? [] : maskedComparison(pair, events, mask);
  };
}
