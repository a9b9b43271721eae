/** The way of the ad click's id, hop by hop, with the hop at which it was changed. */
import { Fragment } from 'react';
import type { ClickIdChange, ClickIdHop } from '../../shared/diagnose/click-id-lineage.ts';
import { maskedValue } from '../../shared/view/mask-field.ts';
import { Icon } from '../ui/icon.tsx';
import { TextValue } from '../ui/text-value.tsx';
import './click-id-path.css';

const changeWords: Record<ClickIdChange, string> = {
  case: 'upper and lower case changed',
  cut: 'cut short',
  'cut and case': 'cut short, case changed',
  decoded: 'decoded once too often',
  encoded: 'encoded once too often',
  __DOT__: '__DOT__ undone',
  'something appended': 'something appended',
  'new time': 'made anew, with another time',
  'another click id': 'another click id',
};

export function ClickIdPath({ hops }: { hops: ClickIdHop[] }) {
  const [first] = hops;
  if (first === undefined) return null;
  return (
    <ol className="click-id-path">
      <Station carrier={first.from} />
      {hops.map(({ to, change }) => (
        <Fragment key={to.stage}>
          <li className={change === null ? 'hop tone-good' : 'hop tone-bad'}>
            <Icon name="down" size={12} />
            {change === null ? 'the same' : changeWords[change]}
          </li>
          <Station carrier={to} />
        </Fragment>
      ))}
    </ol>
  );
}

function Station({ carrier: { stage, value } }: { carrier: ClickIdHop['from'] }) {
  return (
    <li className="station">
      <span>{stage}</span>
      <TextValue text={value} masked={maskedValue({ group: 'match keys' }, value)} />
    </li>
  );
}
