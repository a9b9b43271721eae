/** The filter leaves nothing in sight: how to get everything back. */
import { clearFilter } from '../state/view.ts';

export function NothingFound() {
  return (
    <div className="nothing-found">
      <p>No pair matches the filter.</p>
      <button type="button" className="link-button" onClick={clearFilter}>
        Show all pairs
      </button>
    </div>
  );
}
