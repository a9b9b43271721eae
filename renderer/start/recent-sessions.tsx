/** Sessions of before: pinned ones first, then the newest. */
import { useState } from 'react';
import { Menu, MenuItem } from 'react-aria-components';
import { formatDay } from '../../shared/view/format-clock.ts';
import { LabelDialog } from '../session/label-dialog.tsx';
import { fileName } from '../session/session-name.tsx';
import { useDescription } from '../state/describe.ts';
import { useFeedback } from '../state/feedback.ts';
import { openApart } from '../state/open-apart.ts';
import { openPath } from '../state/session-actions.ts';
import { deleteSession, labelSession } from '../state/shelf.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';

const words = texts.start.recent;
const firstShown = 8;

type Recent = NonNullable<ReturnType<typeof useDescription.getState>['about']>['recent'][number];

export function RecentSessions() {
  const recent = useDescription((state) => state.about?.recent);
  const [isAll, setIsAll] = useState(false);
  const [named, setNamed] = useState<Recent | null>(null);
  if (recent === undefined || recent.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{words.title}</h2>
      <ul>
        {recent.slice(0, isAll ? undefined : firstShown).map((session) => (
          <RecentSession key={session.path} session={session} onName={() => setNamed(session)} />
        ))}
      </ul>
      {recent.length > firstShown && (
        <button type="button" className="link-button" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? words.showFewer : words.showAll(recent.length)}
        </button>
      )}
      {named !== null && (
        <LabelDialog
          path={named.path}
          label={named.label}
          fileName={fileName(named.path)}
          onClose={() => setNamed(null)}
        />
      )}
    </section>
  );
}

function RecentSession({ session, onName }: { session: Recent; onName: () => void }) {
  const { path, name, modifiedAt, label } = session;
  const isBusy = useFeedback((state) => state.busy !== null);
  const acts: Record<string, () => unknown> = {
    apart: () => openApart(path),
    name: onName,
    pin: () => labelSession(path, { ...label, isPinned: !label.isPinned }),
    delete: () => deleteSession(session),
  };
  return (
    <li>
      <button type="button" className="row-button" onClick={() => void openPath(path)} disabled={isBusy} title={path}>
        {label.colour !== null && <span className={`label-dot ${label.colour}`} />}
        <span className="recent-name">{name}</span>
        {label.isPinned && <Icon name="pin" size={12} />}
        {label.note !== '' && <span className="recent-note">{label.note}</span>}
        <time dateTime={new Date(modifiedAt).toISOString()}>{formatDay(modifiedAt)}</time>
      </button>
      <MenuButton label={words.more(name)} icon="more">
        <Menu aria-label={words.more(name)} className="aria-menu" onAction={(id) => void acts[String(id)]?.()}>
          <MenuItem id="apart" className="aria-menu-item">
            {words.apart}
          </MenuItem>
          <MenuItem id="name" className="aria-menu-item">
            {words.label}
          </MenuItem>
          <MenuItem id="pin" className="aria-menu-item">
            {label.isPinned ? words.unpin : words.pin}
          </MenuItem>
          <MenuItem id="delete" className="aria-menu-item">
            {words.delete}
          </MenuItem>
        </Menu>
      </MenuButton>
    </li>
  );
}
