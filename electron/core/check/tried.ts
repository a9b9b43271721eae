/** What came of trying or looking at one way in. */
import type { WayCheck } from '../../../shared/model/way-check.ts';

export type Tried = Pick<WayCheck, 'state' | 'detail' | 'advice'>;
