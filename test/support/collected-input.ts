/** An input that keeps in memory what a source gives it. */
import type { OpenInput } from '../../electron/core/source.ts';
import { readBrowserCall } from '../../shared/meta/pixel-call.ts';
import type { DecodedBrowserEvent } from '../../shared/model/event.ts';
import type { BrowserCallFact, Fact, Input } from '../../shared/model/fact.ts';

export type CollectedInput = {
  open: OpenInput;
  /** In the order of registration. */
  inputs: Input[];
  facts: Fact[];
  batches: number[];
  /** Events of all browser calls, as the decoder reads them. */
  events(): DecodedBrowserEvent[];
  calls(): BrowserCallFact[];
};

export function collectInput(): CollectedInput {
  const inputs: Input[] = [];
  const facts: Fact[] = [];
  const batches: number[] = [];
  const calls = () => facts.filter((fact) => fact.kind === 'browser-call');
  return {
    inputs,
    facts,
    batches,
    calls,
    events: () =>
      calls().flatMap((fact) => {
        const reading = readBrowserCall(fact);
        return reading.what === 'events' ? reading.events : [];
      }),
    open(kind, name) {
      const input: Input = { id: inputs.length, kind, name, records: 0, skipped: 0 };
      inputs.push(input);
      return {
        input,
        sink: {
          async add(more) {
            batches.push(more.length);
            facts.push(...more);
          },
        },
        count(usable) {
          input.records++;
          if (!usable) input.skipped++;
        },
      };
    },
  };
}
