/** The pairs that stand as examples in the list of findings, whole, fetched by key as they come into it. */
import { create } from 'zustand';
import type { CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { Example } from '../../shared/diagnose/before-after/example.ts';
import { callCore } from './core-calls.ts';
import { onForget } from './remembered.ts';

type Whole = CallOutput<'pair.get'>;

const nothing: ReadonlyMap<string, Whole> = new Map();

export const useExamples = create<{ pairs: ReadonlyMap<string, Whole> }>(() => ({ pairs: nothing }));
onForget(() => useExamples.setState({ pairs: nothing }));

/** Asks anew each time: a pair changes as its events arrive. One that is gone shows nothing. */
export async function loadExample(key: string): Promise<void> {
  try {
    const whole = await callCore('pair.get', { key });
    useExamples.setState(({ pairs }) => ({ pairs: new Map(pairs).set(key, whole) }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Of several copies on a side the first is compared, as in the detail. */
export function exampleOf({ events, notes }: Whole): Example {
  return {
    browser: events.find((event) => event.side === 'browser') ?? null,
    server: events.find((event) => event.side === 'server') ?? null,
    events,
    notes,
  };
}
