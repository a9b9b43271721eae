/** An event as names and values, in the groups in which a person looks for them. */
import type { TrackedEvent } from '../../shared/model/event.ts';
import { eventFields } from '../../shared/view/event-fields.ts';
import { maskedValue } from '../../shared/view/mask-field.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextValue } from '../ui/text-value.tsx';

export function DecodedEvent({ event }: { event: TrackedEvent }) {
  return (
    <>
      {eventFields(event).map((group) => (
        <div key={group.title} className="field-group">
          <h4>{group.title}</h4>
          <dl>
            {group.fields.map(({ name, value }) => (
              <div key={name}>
                <dt>{oneLine(name)}</dt>
                <dd className="value">
                  <TextValue
                    text={value}
                    masked={maskedValue({ group: group.isPersonal ? 'match keys' : 'context' }, value)}
                  />
                  <CopyButton text={value} what={oneLine(name)} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}
