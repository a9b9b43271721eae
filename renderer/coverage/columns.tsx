/** Columns beside each other, the tallest filling the height; each may open what it stands for. */

export type Column = {
  key: string;
  label: string;
  /** Any unit: columns are drawn in proportion. */
  height: number;
  /** Written on the column. */
  text: string;
  title: string;
  tone: string;
  open: (() => void) | null;
};

export function Columns({ columns }: { columns: Column[] }) {
  const most = Math.max(1, ...columns.map(({ height }) => height));
  return (
    <ul className="columns">
      {columns.map(({ key, label, height, text, title, tone, open }) => (
        <li key={key}>
          <button
            type="button"
            className={`column tone-${tone}`}
            disabled={open === null}
            title={title}
            onClick={() => open?.()}
          >
            <span className="column-room">
              <span className="column-text">{text}</span>
              <span className="column-fill" style={{ height: `${(height / most) * 78}%` }} />
            </span>
            <span className="column-label">{label}</span>
            <span className="visually-hidden">: {title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
