/** What the host of a virtual machine takes of its time: it makes every figure worse, and no program here can see it coming. */
import { readFileSync } from 'node:fs';

/** Call it at the end: the share of the processors' time, from 0 to 1, that the host took since. Null where no system tells. */
export function watchStolenTime(): () => number | null {
  const before = processorTimes();
  return () => {
    const now = processorTimes();
    if (before === null || now === null) return null;
    const [stolen, all] = [now.stolen - before.stolen, now.all - before.all];
    return all === 0 ? null : stolen / all;
  };
}

/** Linux: the first line of /proc/stat has user, nice, system, idle, iowait, irq, softirq, steal, and two that user holds already. */
function processorTimes(): { stolen: number; all: number } | null {
  try {
    const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.trim().split(/\s+/) ?? [];
    const times = ticks.slice(0, 8).map(Number);
    return { stolen: times[7] ?? 0, all: times.reduce((sum, time) => sum + time, 0) };
  } catch {
    return null;
  }
}
