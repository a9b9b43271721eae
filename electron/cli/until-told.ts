/** Waits for the end that a person or a script sets: SIGINT, SIGTERM, or a duration. */

/** Listens from the call on, so that a signal during start-up is not lost. A second signal ends at once. */
export function untilTold(durationMs: number | null = null): Promise<void> {
  return new Promise((resolve) => {
    const timer = durationMs === null ? null : setTimeout(resolve, durationMs);
    const onSignal = () => {
      if (timer !== null) clearTimeout(timer);
      resolve();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.off(signal, onSignal);
        process.once(signal, () => process.exit(130));
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
