/** For each finding code events that show the fault, and near misses that do not. */
import type { Cases } from './case.ts';
import { clickIdCases } from './click-id-cases.ts';
import { contentCases } from './content-cases.ts';
import { deliveryCases } from './delivery-cases.ts';
import { dupCases } from './dup-cases.ts';
import { idCases } from './id-cases.ts';
import { keyCases } from './key-cases.ts';
import { missingKeyCases } from './missing-key-cases.ts';
import { orderCases } from './order-cases.ts';
import { privacyCases } from './privacy-cases.ts';
import { requestCases } from './request-cases.ts';
import { scriptCases } from './script-cases.ts';
import { sessionCases } from './session-cases.ts';
import { timeCases } from './time-cases.ts';

export const cases: Cases = {
  ...idCases,
  ...dupCases,
  ...timeCases,
  ...keyCases,
  ...missingKeyCases,
  ...clickIdCases,
  ...contentCases,
  ...deliveryCases,
  ...scriptCases,
  ...privacyCases,
  ...requestCases,
  ...sessionCases,
  ...orderCases,
};
