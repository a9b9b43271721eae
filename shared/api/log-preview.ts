/** What the beginning of a server log shows, before anything of it is taken in. */
import { z } from 'zod';

const counted = z.object({ name: z.string(), count: z.number() });

export const logPreviewSchema = z.object({
  /** The file's name, without its folder. */
  name: z.string(),
  /** Why it cannot be read at all; null where it can, and then the rest holds. */
  refusal: z.string().nullable(),
  /** Records looked at, in at most `maxLines` lines: lines, or values and blocks of text over several lines. */
  records: z.number(),
  maxLines: z.number(),
  /** Log tools whose wrapping was taken off, with the lines that had it. */
  wrappers: z.array(counted),
  /** In which forms payloads stand in the records, with their number. */
  forms: z.array(counted),
  payloads: z.number(),
  events: z.number(),
  eventNames: z.array(counted),
  datasets: z.array(counted),
  /** Events whose record does not tell the dataset. */
  withoutDataset: z.number(),
  /** When the first and the last event were written or, where that is not told, happened. */
  from: z.number().nullable(),
  until: z.number().nullable(),
  /** Records that look like a payload and cannot be read, each with its place; the first hundred. */
  problems: z.array(z.object({ at: z.string(), reason: z.string() })),
  /** Records without a payload. */
  others: z.number(),
});

export type LogPreview = z.infer<typeof logPreviewSchema>;
