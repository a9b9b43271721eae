/** The words of the page, for those who do not work with Meta's events every day. */
import { verdicts, verdictWords } from '../../view/verdict-words.ts';
import { type Html, html } from './html.ts';

const words: readonly (readonly [string, string])[] = [
  ['Pixel', 'Meta’s script in the shop’s pages. What it sends is a browser event.'],
  ['Conversions API', 'The way by which the shop’s server tells Meta of the same action: a server event.'],
  ['Dataset', 'What Meta calls a Pixel id today: the place that events are sent to, named by digits.'],
  [
    'event_id',
    'The text by which Meta knows that a browser and a server event are one action. It must be the same in both.',
  ],
  ['Deduplication', 'Meta counts one of two events with the same dataset, event name and event_id within 48 hours.'],
  ['Pair', 'One action of a visitor: all browser and server events that stand for it, with a verdict.'],
  ['Gap', 'The server event’s time minus the browser event’s time.'],
  [
    'Match key',
    'A field by which Meta finds the person: e-mail (em), phone (ph), fbp, fbc, external_id, IP address and more, mostly as hashes.',
  ],
  ['fbp, fbc', 'Meta’s cookies: the browser, and the click on an ad that brought the visitor.'],
  [
    'Outcome',
    'What became of an event: sent, blocked, aborted, failed or held in the browser; accepted, rejected, logged or held at the server. Held events were answered by Twinlane and did not reach Meta.',
  ],
];

export function glossarySection(): Html {
  const entries = [
    ...verdicts.map((verdict) => [verdictWords[verdict].word, verdictWords[verdict].meaning] as const),
    ...words,
  ];
  return html`<section><h2>Words</h2>
<dl class="glossary">${entries.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl></section>`;
}
