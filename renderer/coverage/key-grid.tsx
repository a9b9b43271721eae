/** Which match keys the events carry, by event name and side; each cell opens the events without the key. */
import type { KeyCoverage, Scores } from '../../shared/report/report.ts';
import { formatPercent } from '../../shared/view/format-number.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { showFiltered } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { MeasureCard } from './measure-card.tsx';
import { quoted } from './quoted.ts';

const words = texts.coverage.keys;
const short: Record<string, string> = words.short;

export function KeyGrid({ matchKeys }: { matchKeys: Scores['matchKeys'] }) {
  const { byKey, note } = matchKeys;
  const keys = [...new Set(byKey.map(({ key }) => key))];
  const rows = rowsOf(byKey);
  return (
    <MeasureCard title={words.title} note={note} isWide>
      <div className="key-grid-room">
        <table className="key-grid">
          <thead>
            <tr>
              <th scope="col">{words.event}</th>
              <th scope="col">{words.side}</th>
              {keys.map((key) => (
                <th key={key} scope="col" title={key}>
                  <code>{short[key] ?? key}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ eventName, side, cells }) => (
              <tr key={`${eventName} ${side}`}>
                <th scope="row">{oneLine(eventName)}</th>
                <td className="key-side">{words.sides[side]}</td>
                {keys.map((key) => (
                  <Cell key={key} cell={cells.get(key)} name={key} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </MeasureCard>
  );
}

type Row = { eventName: string; side: KeyCoverage['side']; cells: Map<string, KeyCoverage> };

function rowsOf(byKey: readonly KeyCoverage[]): Row[] {
  const rows = new Map<string, Row>();
  for (const cell of byKey) {
    const { eventName, side, key } = cell;
    const name = `${eventName} ${side}`;
    const row = rows.get(name) ?? { eventName, side, cells: new Map() };
    rows.set(name, row);
    row.cells.set(key, cell);
  }
  return [...rows.values()];
}

/** Nearly all is not all, and nearly none is not none. */
const nearest = (share: number) => Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100));

function Cell({ cell, name }: { cell: KeyCoverage | undefined; name: string }) {
  if (cell === undefined) return <td className="key-none">·</td>;
  const { with: having, of, eventName, side } = cell;
  const share = having / of;
  const look = share === 1 ? 'all' : share === 0 ? 'none' : 'some';
  const title = words.cell({ key: name, having, of, side });
  return (
    <td>
      <button
        type="button"
        className={`key-cell ${look}`}
        style={{ '--share': share } as React.CSSProperties}
        title={title}
        aria-label={title}
        disabled={having === of}
        onClick={() => showFiltered(`event:${quoted(eventName)} channel:${side} missing:${name}`)}
      >
        {share === 1 ? '✓' : share === 0 ? '–' : formatPercent(nearest(share))}
      </button>
    </td>
  );
}
