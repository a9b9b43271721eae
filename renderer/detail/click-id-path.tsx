/** The way of the ad click's id, hop by hop, with the hop at which it was changed. */
import { Fragment } from 'react';
import type { ClickIdHop } from '../../shared/diagnose/click-id-lineage.ts';
import { maskedValue } from '../../shared/view/mask-field.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { TextValue } from '../ui/text-value.tsx';
import './click-id-path.css';

const { same, changes } = texts.detail.clickId;

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
            {change === null ? same : changes[change]}
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
