/** Lets a Chromium browser take the certificates of trusted hosts, and shows a page with what to do about the others. */
import type { Target, TargetListener } from './browser-targets.ts';
import type { CdpConnection, CdpEvent } from './cdp-connection.ts';
import { refusalSentence, type TrustedHosts } from './trusted-hosts.ts';

type CertificateError = { eventId: number; errorType: string; requestURL: string };
type Sent = { type?: string; frameId?: string; request: { url: string } };

/** Network and Page are switched on by the watch for evidence; without it the page with the advice is not shown. */
export function watchCertificates(cdp: CdpConnection, trusted: TrustedHosts): TargetListener {
  const innerFrames = new Set<string>();
  /** The page that each tab is being taken to. */
  const opening = new Map<string, string>();

  const decide = ({ eventId, errorType, requestURL }: CertificateError, sessionId: string) => {
    const host = URL.parse(requestURL)?.hostname ?? '';
    const isTrusted = trusted.isTrusted(host);
    cdp.post('Security.handleCertificateError', { eventId, action: isTrusted ? 'continue' : 'cancel' }, sessionId);
    if (isTrusted) return;
    trusted.refused(host, errorType);
    if (opening.get(sessionId) !== requestURL) return;
    cdp.post('Page.navigate', { url: explanation(host, errorType, requestURL) }, sessionId);
  };

  cdp.onEvent(({ method, params, sessionId }: CdpEvent) => {
    if (sessionId === null) return;
    if (method === 'Security.certificateError') decide(params as CertificateError, sessionId);
    if (method === 'Page.frameAttached') innerFrames.add(String(params.frameId));
    if (method === 'Page.frameDetached') innerFrames.delete(String(params.frameId));
    if (method !== 'Network.requestWillBeSent') return;
    const { type, frameId = '', request } = params as Sent;
    if (type === 'Document' && !innerFrames.has(frameId)) opening.set(sessionId, request.url);
  });
  return {
    prepare({ sessionId, type }: Target) {
      if (type !== 'page') return;
      cdp.post('Security.enable', {}, sessionId);
      cdp.post('Security.setOverrideCertificateErrors', { override: true }, sessionId);
    },
    gone: (sessionId) => void opening.delete(sessionId),
  };
}

function explanation(host: string, reason: string, url: string): string {
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${host}: certificate</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 4em auto; padding: 0 1em">
<h1 style="font-size: 1.4em">Twinlane did not open ${host}</h1><p>${refusalSentence(host, reason)}</p>
<p><a href="${address}">Load ${host} again</a></p></body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}
