/** Writes HTML from templates: every value is escaped unless it is a piece of HTML itself. */

export type Html = { readonly html: string };
type Value = string | number | Html | readonly Html[];

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => named[character] ?? character);

function rendered(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map(({ html: part }) => part).join('');
}

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: parts.map((part, index) => (index === 0 ? '' : rendered(values[index - 1] ?? '')) + part).join('') };
}

export const nothing: Html = { html: '' };

/** JSON fit to stand inside a script element: no `</script>` can end it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
