/** One real pair as it is, and how its fields should look. Nothing where no field shows the fault. */
import { useEffect, useMemo } from 'react';
import { beforeAndAfter } from '../../shared/diagnose/before-after/before-after.ts';
import type { ExampleField, Wanted } from '../../shared/diagnose/before-after/example.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { maskedValue } from '../../shared/view/mask-field.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { exampleOf, loadExample, useExamples } from '../state/finding-example.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { TextValue } from '../ui/text-value.tsx';
import './before-after.css';

const words = texts.findings.example;

export function BeforeAfter({ code, pairKey }: { code: string; pairKey: string }) {
  const pair = useSession((state) => state.rows.pairs.get(pairKey));
  const whole = useExamples((state) => state.pairs.get(pairKey));
  useEffect(() => {
    if (pair?.key === pairKey) void loadExample(pairKey);
  }, [pair, pairKey]);
  const fields = useMemo(() => (whole === undefined ? [] : beforeAndAfter(code, exampleOf(whole))), [whole, code]);
  if (whole === undefined || fields.length === 0) return null;
  const { eventName, order, at } = whole.pair;
  return (
    <table className="before-after">
      <caption>
        {order === null
          ? words.captionWithoutOrder(oneLine(eventName, 40), formatClock(at))
          : words.caption(oneLine(eventName, 40), oneLine(order, 40))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.side}</th>
          <th scope="col">{words.now}</th>
          <th scope="col">{words.wanted}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRows key={`${field.group} ${field.field}`} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRows({ field }: { field: ExampleField }) {
  return field.cells.map(({ side, now, wanted }, index) => (
    <tr key={side} className={wanted.kind === 'kept' ? 'kept' : undefined}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={field.cells.length}>
          {oneLine(field.field)}
        </th>
      )}
      <td>{texts.ui.sides[side]}</td>
      <td>{now === null ? <span className="quiet">{words.missing}</span> : <Value field={field} text={now} />}</td>
      <td className="wanted">
        <WantedValue field={field} wanted={wanted} />
      </td>
    </tr>
  ));
}

function WantedValue({ field, wanted }: { field: ExampleField; wanted: Wanted }) {
  switch (wanted.kind) {
    case 'value':
      return <Value field={field} text={wanted.text} />;
    case 'form':
      return <span className="mono">{wanted.text}</span>;
    case 'absent':
      return <span className="quiet">{words.leftOut}</span>;
    case 'kept':
      return <span className="quiet">{words.kept}</span>;
  }
}

/** Masked as in the detail. */
function Value({ field, text }: { field: ExampleField; text: string }) {
  return <TextValue text={text} masked={maskedValue(field, text)} />;
}
