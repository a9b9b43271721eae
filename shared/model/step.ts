/** A named part of an unattended journey, as the script that drove the browser calls it. */
import type { TimeMs } from './fact.ts';

/** `at`: when it began. */
export type Step = { name: string; at: TimeMs };
