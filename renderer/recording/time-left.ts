/** How long something stays open, in words; kept up to date. */
import { useEffect, useState } from 'react';
import { texts } from '../texts/texts.ts';

export function useTimeLeft(until: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return texts.recording.minutesLeft(Math.ceil((until - now) / 60_000));
}
