/** Cuts the sender's own secrets out of an answer of Graph's, which may repeat them: "Malformed access token …". */
import { decodePercent } from '../../shared/meta/percent.ts';
import { redactText, secretsIn } from '../../shared/meta/redact.ts';

/** Shorter ones are no tokens, and cutting them would eat other words. */
const minChars = 6;

type SentParts = { url: string; authorization: string | null; body: string };

/** Secrets of a request, in every form in which an answer may repeat them; memory only. */
export function secretsSent({ url, authorization, body }: SentParts): string[] {
  const found = [url, `Authorization: ${authorization ?? ''}`, body].flatMap(secretsIn);
  return [...new Set(found.flatMap((secret) => [secret, decodePercent(secret).text]))].filter(
    (secret) => secret.length >= minChars,
  );
}

export function cutSecrets(text: string, secrets: readonly string[]): string {
  return redactText(secrets.reduce((rest, secret) => rest.replaceAll(secret, 'REDACTED'), text));
}
