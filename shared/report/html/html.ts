/** Writes HTML from templates: every value is escaped unless it is a piece of HTML itself. */
import { xmlText } from '../markup-text.ts';

export type Html = { readonly html: string };
type Value = string | number | Html | readonly Html[];

/** Longer texts of a site are of no use on paper. */
const longest = 1200;

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: parts.map((part, index) => (index === 0 ? '' : rendered(values[index - 1] ?? '')) + part).join('') };
}

export const nothing: Html = { html: '' };

/** A site's own text: set apart in direction, cut where it has no end. */
export function siteText(text: string): Html {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const more = text.length > longest ? html` <small>${text.length - longest} more characters</small>` : nothing;
  return html`<bdi>${cut}</bdi>${more}`;
}

function rendered(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return xmlText(String(value));
  return 'html' in value ? value.html : value.map(({ html: part }) => part).join('');
}
