/** Cuts the sender's own tokens out of an answer of Graph's, which may repeat them: "Malformed access token …". */
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { readForm } from '../../../shared/meta/form.ts';
import { redactText } from '../../../shared/meta/redact.ts';
import type { EndpointMessage } from './endpoint-message.ts';

/** Shorter ones are no tokens, and cutting them would eat other words. */
const minChars = 6;
const names = ['access_token', 'accessKey', 'appsecret_proof'];

/** Those of the query, the header and the body's fields. */
export function tokensIn({ query, request, body }: EndpointMessage): string[] {
  const inQuery = readForm(query).params.flatMap(({ key, value }) => (names.includes(key) ? [value] : []));
  const inHeader = (request.headers.authorization ?? '').split(/\s+/).slice(-1);
  const { fields } = readCapiBody(body.text, request.headers['content-type'] ?? null);
  const inBody = names.flatMap((name) => {
    const value = fields?.[name];
    return typeof value === 'string' ? [value] : [];
  });
  return [...inQuery, ...inHeader, ...inBody].filter((token) => token.length >= minChars);
}

export function cutTokens(text: string, tokens: readonly string[]): string {
  return redactText(tokens.reduce((rest, token) => rest.replaceAll(token, 'REDACTED'), text));
}
