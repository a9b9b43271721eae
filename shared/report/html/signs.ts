/** The signs of the page, drawn once and used by name: their shape says it without colour. Halves stand for the lane that is filled. */
import type { Severity } from '../../model/finding.ts';
import type { Verdict } from '../../model/pair.ts';
import { severityWords } from '../../view/group-findings.ts';
import { verdictWords } from '../../view/verdict-words.ts';
import { type Html, html } from './html.ts';

export const verdictTone: Record<Verdict, string> = {
  deduplicated: 'good',
  fallback: 'fair',
  'double-counted': 'bad',
  'browser-only': 'part',
  'server-only': 'part',
};

const severityTone: Record<Severity, string> = { error: 'bad', warning: 'part', info: 'quiet' };

/** Stands once, at the head of the page. */
export const signs: Html = {
  html: `<svg class="signs" aria-hidden="true"><defs>
<symbol id="deduplicated" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.75" class="full"/><path d="M5 8.3l2.1 2.1L11 6" class="on"/></symbol>
<symbol id="fallback" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.3"/><path d="M5.4 8.2l1.8 1.9 3.4-3.9"/></symbol>
<symbol id="double-counted" viewBox="0 0 16 16"><rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3.6" class="full"/><path d="M5.9 6.2c.1-2.6 4.2-2.5 4.2 0 0 1.7-4.2 2.9-4.2 5.1h4.4" class="on"/></symbol>
<symbol id="browser-only" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><path d="M2 8a6 6 0 0 1 12 0z" class="full"/></symbol>
<symbol id="server-only" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><path d="M2 8a6 6 0 0 0 12 0z" class="full"/></symbol>
<symbol id="error" viewBox="0 0 16 16"><path d="M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM8 4.8v3.7M8 11v.1"/></symbol>
<symbol id="warning" viewBox="0 0 16 16"><path d="M8 2.2l6.2 11.3H1.8zM8 6.5v3.2M8 11.5v.1"/></symbol>
<symbol id="info" viewBox="0 0 16 16"><path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.5M8 5.2v.1"/></symbol>
<symbol id="twinlane" viewBox="0 0 24 24"><path d="M2 7h20M2 17h20" class="lane"/><path d="M8.5 7l7 10"/><circle cx="8.5" cy="7" r="2.4" class="full"/><circle cx="15.5" cy="17" r="2.4" class="full"/></symbol>
</defs></svg>`,
};

export function sign(name: string): Html {
  return html`<svg class="sign" aria-hidden="true"><use href="#${name}"/></svg>`;
}

export function verdictMark(verdict: Verdict): Html {
  return html`<span class="mark ${verdictTone[verdict]}">${sign(verdict)}${verdictWords[verdict].word}</span>`;
}

export function severityMark(severity: Severity): Html {
  return html`<span class="mark ${severityTone[severity]}">${sign(severity)}${severityWords[severity]}</span>`;
}
