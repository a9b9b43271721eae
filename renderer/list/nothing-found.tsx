/** The filter leaves nothing in sight: how to get everything back. */
import { clearFilter } from '../state/view.ts';
import { texts } from '../texts/texts.ts';

export function NothingFound() {
  return (
    <div className="nothing-found">
      <p>{texts.list.nothingFound.text}</p>
      <button type="button" className="link-button" onClick={clearFilter}>
        {texts.list.nothingFound.showAll}
      </button>
    </div>
  );
}
