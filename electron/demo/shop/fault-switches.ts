/** Switches faults on and off: `GET /faults` tells, `POST /faults` sets, as JSON or from the panel's form. */
import { isJsonObject, parseJson } from '../../../shared/model/json.ts';
import { type FaultId, faults, isFaultId } from '../faults/list.ts';
import { jsonResponse, redirect, type ShopRequest, type ShopResponse, textResponse } from './request.ts';

export function faultState(active: ReadonlySet<FaultId>): ShopResponse {
  const list = faults.map(({ id, code, title, does }) => ({ id, code, title, does, isOn: active.has(id) }));
  return jsonResponse({ faults: list });
}

const isJson = ({ contentType }: ShopRequest): boolean => contentType.startsWith('application/json');

function namesIn(request: ShopRequest): unknown[] | null {
  const { body } = request;
  if (!isJson(request)) return new URLSearchParams(body).getAll('on');
  const json = parseJson(body);
  return isJsonObject(json) && Array.isArray(json['on']) ? json['on'] : null;
}

/** `{"on":["id.mismatch.prefix"]}`: exactly these are on afterwards. Unknown names are refused whole. A form is led back to its page. */
export function changeFaults(request: ShopRequest, active: Set<FaultId>): ShopResponse {
  const names = namesIn(request);
  if (!names?.every(isFaultId))
    return textResponse(400, 'text/plain', 'Expected {"on":[…]} with names of GET /faults.\n');
  active.clear();
  for (const name of names) active.add(name);
  return isJson(request) ? faultState(active) : redirect(request.referer === '' ? '/' : request.referer);
}
