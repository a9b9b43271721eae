/** Steps that several backends share: a trust list with Twinlane's certificate in it, and the log as a way in. */
import type { BackendWay, Snippet } from './backend.ts';

/** For programs whose setting replaces their trust list instead of adding to it. */
export const bundleSnippet: Snippet = {
  place: 'in a shell: the system’s trust list and Twinlane’s certificate in one file',
  language: 'sh',
  text: `for list in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
  [ -e "$list" ] && break
done
cat "$list" "{certificate}" > "$HOME/twinlane-bundle.pem"`,
};

/** Said on every page that makes such a file. */
export const bundleTrap =
  'Twinlane’s certificate can vouch for Meta’s hosts and your first-party hosts only, so the file is safe to use for everything; make it anew if you made Twinlane a new certificate.';

export const holdTrap =
  'While calls are held, the proxy answers in Meta’s place, and refuses what Meta would refuse. To let them reach Meta, switch the recording to Forward.';

/** Where a file is followed, and the window has a field for it. */
export const windowTrap =
  'In the window: start the recording with the file’s path under “Server log and first-party hosts”.';

/** `path`: the file that is followed; `more`: what makes the server write it. */
export function logWay(about: string, path: string, more: Snippet[] = []): BackendWay {
  return {
    kind: 'log',
    title: 'Or read its log',
    about,
    snippets: [
      ...more,
      {
        place: 'where Twinlane runs',
        language: 'sh',
        text: `twinlane record https://shop.example --server '${path}'`,
      },
    ],
    traps: [
      windowTrap,
      'The body of the request must be in the log as JSON: docs/server-logs.md says which shapes are read.',
    ],
  };
}
