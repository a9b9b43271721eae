/** Lets a Chromium browser take the certificates of trusted hosts, and shows on the page what to do about the others. */
import type { Target, TargetListener } from './browser-targets.ts';
import type { CdpConnection, CdpEvent } from './cdp-connection.ts';
import { refusalSentence, type TrustedHosts } from './trusted-hosts.ts';

type CertificateError = { eventId: number; errorType: string; requestURL: string };
type Frame = { id: string; unreachableUrl?: string };

export function watchCertificates(cdp: CdpConnection, trusted: TrustedHosts): TargetListener {
  const reasons = new Map<string, string>();

  const decide = ({ eventId, errorType, requestURL }: CertificateError, sessionId: string | null) => {
    const host = URL.parse(requestURL)?.hostname ?? '';
    const isTrusted = trusted.isTrusted(host);
    cdp.post('Security.handleCertificateError', { eventId, action: isTrusted ? 'continue' : 'cancel' }, sessionId);
    if (isTrusted) return;
    reasons.set(host, errorType);
    trusted.refused(host, errorType);
  };
  const explain = ({ id, unreachableUrl }: Frame, sessionId: string | null) => {
    const host = unreachableUrl === undefined ? '' : (URL.parse(unreachableUrl)?.hostname ?? '');
    const reason = reasons.get(host);
    if (reason === undefined) return;
    cdp.post('Page.setDocumentContent', { frameId: id, html: explanation(host, reason) }, sessionId);
  };

  cdp.onEvent(({ method, params, sessionId }: CdpEvent) => {
    if (method === 'Security.certificateError') decide(params as CertificateError, sessionId);
    if (method === 'Page.frameNavigated') explain(params.frame as Frame, sessionId);
  });
  return {
    prepare({ sessionId, type }: Target) {
      if (type !== 'page') return;
      cdp.post('Security.enable', {}, sessionId);
      cdp.post('Security.setOverrideCertificateErrors', { override: true }, sessionId);
    },
    gone: () => undefined,
  };
}

function explanation(host: string, reason: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${host}: certificate</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 4em auto; padding: 0 1em">
<h1 style="font-size: 1.4em">Twinlane did not open ${host}</h1><p>${refusalSentence(host, reason)}</p></body></html>`;
}
