/** A page that the browser went to. */
import type { TimeMs } from './fact.ts';

/** `page`: its address, redacted. `at`: when it was reached. */
export type PageLoad = { page: string; at: TimeMs };
