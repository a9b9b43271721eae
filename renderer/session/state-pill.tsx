/** Recording, stopped or failed: one dot, one word, how long, and what of. */
import { useEffect, useState } from 'react';
import type { SessionStatus } from '../../shared/model/session.ts';
import { formatElapsed } from '../../shared/view/format-gap.ts';
import { captureWords } from '../../shared/view/state-words.ts';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';

const words = texts.session.topBar;

export function StatePill({ status }: { status: SessionStatus }) {
  const { capture } = status;
  const isConnected = useSession((state) => state.phase === 'connected');
  const busy = useFeedback((state) => state.busy);
  const subject = busy === null ? subjectOf(status) : texts.start.underWay(busy);
  return (
    <div className="state">
      <span className={`state-pill ${isConnected ? capture.state : 'lost'}`} role="status">
        <span className="state-dot" />
        {isConnected ? captureWords[capture.state] : words.notConnected}
      </span>
      {isConnected && capture.state === 'recording' && <Elapsed since={capture.since} />}
      {subject !== null && (
        <span className="state-subject" title={subject}>
          {subject}
        </span>
      )}
    </div>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="state-elapsed" role="timer" aria-label={words.elapsed}>
      {formatElapsed(now - since)}
    </span>
  );
}

function subjectOf({ capture, file, inputs }: SessionStatus): string | null {
  switch (capture.state) {
    case 'recording': {
      const site = capture.url !== null && URL.canParse(capture.url) ? new URL(capture.url).host : capture.url;
      return site === null || capture.browser === null
        ? (site ?? capture.browser)
        : words.siteInBrowser(site, capture.browser);
    }
    case 'starting':
      return capture.what;
    case 'failed':
      return null;
    case 'stopped':
      return capture.reason;
    case 'idle':
      return file ?? inputs.map((input) => input.name).join(', ') ?? null;
  }
}
