/** Each event of the pair as it was captured: decoded, or raw. */
import { useEffect, useState } from 'react';
import type { EventId, TrackedEvent } from '../../shared/model/event.ts';
import { loadEvent, useDetail } from '../state/detail.ts';
import { texts } from '../texts/texts.ts';
import { DecodedEvent } from './decoded-event.tsx';
import { RawEvent } from './raw-event.tsx';
import { SourceLines } from './source-lines.tsx';
import { TabList } from './tab-list.tsx';
import './event-copies.css';

const words = texts.detail.captured;

type Form = 'decoded' | 'raw';

export function EventCopies({ events, kept }: { events: TrackedEvent[]; kept: EventId | null }) {
  const [chosen, setChosen] = useState<EventId | null>(null);
  const [form, setForm] = useState<Form>('decoded');
  const event = events.find((candidate) => candidate.id === chosen) ?? events[0];
  const id = event?.id;
  useEffect(() => {
    if (id !== undefined && form === 'raw') void loadEvent(id);
  }, [id, form]);
  const loaded = useDetail((state) => state.event);
  if (event === undefined) return null;

  return (
    <div className="event-copies">
      <div className="copy-tabs">
        <TabList
          label={words.events}
          tabs={events.map((copy) => ({ id: copy.id, title: words.event(copy.side, copy.id) }))}
          chosen={event.id}
          onChoose={setChosen}
        />
        <TabList
          label={words.forms}
          tabs={[
            { id: 'decoded', title: words.decoded },
            { id: 'raw', title: words.raw },
          ]}
          chosen={form}
          onChoose={setForm}
        />
      </div>
      <p className="event-origin">
        {words.origin({
          outcome: capitalized(event.outcome),
          answer: event.answer,
          source: event.source.at,
          isKept: event.id === kept,
        })}
      </p>
      {event.damage.length > 0 && (
        <ul className="damage">
          {event.damage.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {form === 'decoded' ? (
        <DecodedEvent event={event} />
      ) : (
        <>
          <RawEvent loaded={loaded?.event.id === event.id ? loaded : null} />
          <SourceLines id={event.id} />
        </>
      )}
    </div>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
