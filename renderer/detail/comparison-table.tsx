/** Both copies field by field: what differs first, what is equal folded away. */
import { useState } from 'react';
import type { FieldNote } from '../../shared/diagnose/field-notes.ts';
import type { Side } from '../../shared/model/event.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { comparisonWords, splitComparison } from '../../shared/view/comparison-order.ts';
import { maskedValue } from '../../shared/view/mask-field.ts';
import type { FieldComparison } from '../../shared/view/rows.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextValue } from '../ui/text-value.tsx';
import { ComparisonSign, comparisonTone } from './comparison-sign.tsx';
import './comparison-table.css';

const words = texts.detail.comparison;

type Props = { fields: FieldComparison[]; notes: FieldNote[]; pair: Pair };

export function ComparisonTable({ fields, notes, pair }: Props) {
  const { notable, same } = splitComparison(fields, (field) => notes.some((note) => note.field === field));
  const [isSameShown, setIsSameShown] = useState(false);
  const sides = [pair.browser.length > 0 && 'browser', pair.server.length > 0 && 'server'] as const;
  const shownSides = sides.filter((side) => side !== false);
  const isComparable = shownSides.length === 2;
  if (fields.length === 0) return <p className="hint">{words.none}</p>;
  return (
    <>
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {shownSides.map((side) => (
              <th key={side} scope="col">
                {texts.ui.sides[side]}
              </th>
            ))}
            {isComparable && <th scope="col">{words.state}</th>}
          </tr>
        </thead>
        <tbody>
          {[...notable, ...(isSameShown || notable.length === 0 ? same : [])].map((field) => (
            <tr key={`${field.group} ${field.field}`} className={`tone-${comparisonTone[field.state]}`}>
              <th scope="row">{oneLine(field.field)}</th>
              {shownSides.map((side) => (
                <ValueCell key={side} field={field} side={side} note={noteOn(notes, field, side)} />
              ))}
              {isComparable && (
                <td className="comparison-state">
                  <ComparisonSign state={field.state} />
                  {comparisonWords[field.state]}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {notable.length > 0 && same.length > 0 && (
        <button
          type="button"
          className="link-button"
          aria-expanded={isSameShown}
          onClick={() => setIsSameShown(!isSameShown)}
        >
          {isSameShown ? words.hideSame : words.showSame(same.length)}
        </button>
      )}
    </>
  );
}

function noteOn(notes: FieldNote[], { field }: FieldComparison, side: Side): FieldNote | undefined {
  return notes.find((note) => note.field === field && note.side === side);
}

type ValueProps = { field: FieldComparison; side: Side; note: FieldNote | undefined };

function ValueCell({ field, side, note }: ValueProps) {
  const value = field[side];
  if (value === null) return <td className="absent">–</td>;
  return (
    <td>
      <span className="value">
        <TextValue text={value} masked={maskedValue(field, value)} />
        <CopyButton text={value} what={words.valueOf(oneLine(field.field), side)} />
      </span>
      {note !== undefined && (
        <p className="field-note">
          <strong>{capitalized(note.fault)}.</strong> {note.advice}
        </p>
      )}
    </td>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
