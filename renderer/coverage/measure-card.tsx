/** One measure: its question as a title, its sentence, its picture. */
import { type ReactNode, useId } from 'react';

type Props = { title: string; note: string; isWide?: boolean; children: ReactNode };

export function MeasureCard({ title, note, isWide = false, children }: Props) {
  const id = useId();
  return (
    <section className={isWide ? 'measure wide' : 'measure'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <p className="measure-note">{note}</p>
    </section>
  );
}
