/** Sessions of before, newest first. */
import { formatDay } from '../../shared/view/format-clock.ts';
import { useDescription } from '../state/describe.ts';
import { useFeedback } from '../state/feedback.ts';
import { openPath } from '../state/session-actions.ts';

export function RecentSessions() {
  const recent = useDescription((state) => state.about?.recent);
  const isBusy = useFeedback((state) => state.busy !== null);
  if (recent === undefined || recent.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">Recent sessions</h2>
      <ul>
        {recent.slice(0, 6).map(({ path, name, modifiedAt }) => (
          <li key={path}>
            <button
              type="button"
              className="row-button"
              onClick={() => void openPath(path)}
              disabled={isBusy}
              title={path}
            >
              <span className="recent-name">{name}</span>
              <time dateTime={new Date(modifiedAt).toISOString()}>{formatDay(modifiedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
