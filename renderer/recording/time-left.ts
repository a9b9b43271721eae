/** How long something stays open, in words; kept up to date. */
import { useEffect, useState } from 'react';

export function useTimeLeft(until: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((until - now) / 60_000);
  return minutes > 1 ? `${minutes} minutes left` : 'less than a minute left';
}
