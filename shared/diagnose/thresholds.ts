/** Every number that a diagnosis depends on, with its source. */

const minute = 60_000;

export const diagnoseThresholds = {
  /** FINDINGS: a server event is late when it leaves more than 60 s after the action. */
  lateMs: minute,
  /** Meta, best practices: real time, at most one hour. */
  veryLateMs: 60 * minute,
  /** Page caches of shop plugins commonly hold a page for half an hour. */
  reusedAfterMs: 30 * minute,
  /** A difference in value below this is rounding. */
  valueTolerance: 0.005,
  /** On the landing page script and server may both note the click: their times are then moments apart. */
  sameClickMs: minute,
  /** Ours: an event_time nearer to the Pixel's time is rounding, transport or a visitor's clock. */
  clockOffsetMs: minute / 2,
  /** Ours: this near to the median an offset is the same as the others; event_time itself has whole seconds. */
  steadyMs: 5000,
  /** Ours: so many pairs make an offset, and so large a share of the far ones must have the same. */
  steadyPairs: 3,
  steadyShare: 0.8,
  /** Time zones differ by multiples of 15 minutes (ISO 8601, tz database); besides that clocks are a little off. */
  zoneStepMs: 15 * minute,
  zoneToleranceMs: minute,
  widestZoneMs: 14 * 60 * minute,
  /** Meta documents no tolerance for a time ahead; ours: clocks of servers are rarely minutes off. */
  futureToleranceMs: 5 * minute,
  /** Ours: a side is silent when it misses so many actions of the other in a row, … */
  silenceMissed: 5,
  /** … for at least this long and this many times its own mean distance, … */
  silenceMs: 10 * minute,
  silenceFactor: 10,
  /** … after so many events that its rhythm is known. */
  rhythmEvents: 10,
  /** Recorded from the real script: an event follows a dataset's configuration within two seconds. */
  silentAfterMs: 2000,
  /** The script may send for a configuration that the source saw a little later. */
  sentBeforeConfigMs: 1000,
  /** Ours: what two installs, a script and its console lines do on one page load is less than this apart. */
  sameLoadMs: 10_000,
  /** Meta takes a Purchase until 7 days after it happened, 62 days from a store: longer after its order it is another. */
  orderWindowMs: 7 * 24 * 60 * minute,
  storeOrderWindowMs: 62 * 24 * 60 * minute,
  dayMs: 24 * 60 * minute,
  /** Ours: a Purchase without an order number, of the same amount and this near to an order, is likely to be it. */
  sameSaleMs: 10 * minute,
  /** Ours: tax, shipping or a discount seldom makes more than this. */
  taxOrShippingRatio: 1.35,
  /** Ours: a finding over many events lists the first of them. */
  eventsPerFinding: 50,
} as const;
