/** Names the machine that the figures were taken on. */
import { arch, cpus, platform, release, totalmem } from 'node:os';

export type Machine = { cpu: string; cores: number; memoryGb: number; system: string; node: string; date: string };

export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()} ${release()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
}
