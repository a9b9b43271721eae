/** What a case is: events that show a fault, or a near miss that does not; and the healthy pair that shows none. */
import type { DiagnosisOptions } from '../../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import type { Sign } from '../../../shared/model/sign.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';

export type Case = { name: string; events: TrackedEvent[]; signs?: Sign[]; options?: DiagnosisOptions };
/** By finding code. */
export type Cases = Record<string, { fires: Case[]; silent: Case[] }>;

export const b1 = browserEvent({ id: 'b1' });
export const s1 = serverEvent({ id: 's1' });
export const healthy: Case = { name: 'a healthy pair', events: [b1, s1] };
