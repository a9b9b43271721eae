/** What the user should know and can do something about, one line each. */

import type { Notice as NoticeOfStatus } from '../../shared/model/session.ts';
import { TrustOffer } from '../recording/trust-offer.tsx';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icon.tsx';

const tones = { info: 'quiet', warning: 'part', error: 'bad' } as const;

export function Notices() {
  const notices = useSession((state) => state.status?.notices);
  const capture = useSession((state) => state.status?.capture);
  const hasPairs = useSession((state) => state.rows.pairs.size > 0);
  const failure = capture?.state === 'failed' && hasPairs ? capture : null;
  return (
    <div className="notices" role="status">
      {failure !== null && <Notice level="error" text={`${failure.reason} ${failure.advice}`} />}
      {notices?.map((notice) => (
        <Notice key={notice.text} {...notice} />
      ))}
    </div>
  );
}

function Notice({ level, text, trustHost }: NoticeOfStatus) {
  return (
    <p className={`notice tone-${tones[level]}`}>
      <Icon name={level} />
      <span>{text}</span>
      {trustHost !== undefined && <TrustOffer host={trustHost} />}
    </p>
  );
}
