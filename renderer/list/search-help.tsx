/** Under the search field: what is wrong with the filter, in its place, and what may stand at the cursor. */
import type { FilterFault } from '../../shared/filter/query.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { texts } from '../texts/texts.ts';
import type { Suggestions } from './use-suggestions.ts';

type Props = Pick<Suggestions, 'list' | 'active' | 'take'> & {
  fault: FilterFault | null;
  query: string;
  ids: { list: string; fault: string };
};

export function SearchHelp({ list, active, take, fault, query, ids }: Props) {
  return (
    <div className="search-help" hidden={fault === null && list.length === 0}>
      {fault !== null && (
        <p id={ids.fault} className="search-fault tone-bad" role="status">
          <code>
            {query.slice(Math.max(0, fault.at - 24), fault.at)}
            <mark>{query.slice(fault.at, fault.end) || '\u00a0'}</mark>
          </code>
          {fault.message}
        </p>
      )}
      <div id={ids.list} className="search-options" role="listbox" aria-label={texts.list.search.suggestions}>
        {list.map(({ label, detail }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field takes the keys.
          <div
            key={`${detail} ${label}`}
            id={`${ids.list}-${index}`}
            ref={index === active ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            <span className="mono">{oneLine(label)}</span>
            <span className="search-option-detail">{detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
