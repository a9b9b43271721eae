/** An event as names and values, in the groups in which a person looks for them. */
import type { TrackedEvent } from '../../shared/model/event.ts';
import { eventFields } from '../../shared/view/event-fields.ts';
import { CopyButton } from '../ui/copy-button.tsx';

export function DecodedEvent({ event }: { event: TrackedEvent }) {
  return (
    <>
      {eventFields(event).map((group) => (
        <div key={group.title} className="field-group">
          <h4>{group.title}</h4>
          <dl>
            {group.fields.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="value">
                  <span className="mono">{value}</span>
                  <CopyButton text={value} what={name} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}
