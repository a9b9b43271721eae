/** Every number that pairing depends on, with its source. */

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

export const pairThresholds = {
  /** Meta, "Deduplicate Pixel and server events": later copies within 48 hours are discarded. */
  dedupWindowMs: 48 * hour,
  /** Same page: within about five minutes the browser's copy is favoured. */
  browserFavouredMs: 300 * second,
  /** Meta, server event parameters: event_time counts whole seconds. */
  eventTimeStepMs: second,
  /** Meta takes an event until 7 days after it happened: until then an order that is sent again counts again. */
  sameOrderMs: 7 * day,
  /** Ours: two amounts of two people this far apart are two sales, though an order number is the same. */
  otherSaleMs: hour,
  /** Ours: a second fire of a once-per-page event by a second tag comes within seconds. */
  twinMs: 10 * second,
  /** Ours: a visitor can repeat AddToCart or Search within seconds; only a double tag repeats within two. */
  repeatableTwinMs: 2 * second,
  /** Ours: points that a join by evidence needs, and its lead over the next candidate. */
  joinPoints: 50,
  leadPoints: 10,
  /** Ours: actions without visitor, order or id in common are one only where they happen within a minute. */
  anonymousGapMs: 60 * second,
} as const;
