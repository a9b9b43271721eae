/** What one switchable fault is: a small change to what the shop's page or server says about an action. */
import type { Action, CapiSend, PixelCall } from '../shop/action.ts';

export type Fault = {
  id: string;
  /** The finding that it should raise. */
  code: string;
  /** Findings that follow from it: a double count after a wrong id, say. */
  also: readonly string[];
  title: string;
  /** What goes wrong in the shop, and what to do in it to see that happen. */
  does: string;
  /** The events that it spoils. */
  on: readonly string[] | 'every event';
  /** Without effects the fault is a switch that the shop itself looks at. */
  pixel?: (calls: PixelCall[], action: Action) => PixelCall[];
  capi?: (sends: CapiSend[], action: Action) => CapiSend[];
};

const purchase = ['Purchase'] as const;
export const onPurchase: { on: Fault['on']; also: readonly string[] } = { on: purchase, also: [] };

export const eachCall = (change: (call: PixelCall, action: Action) => PixelCall) => {
  return (calls: PixelCall[], action: Action) => calls.map((call) => change(call, action));
};

export const eachSend = (change: (send: CapiSend, action: Action) => CapiSend) => {
  return (sends: CapiSend[], action: Action) => sends.map((send) => change(send, action));
};

/** The object without one of its fields, as when the code that sets it was forgotten. */
export function without<T extends object>(object: T, ...names: string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name))) as T;
}

export const withoutUserData = (...names: string[]) =>
  eachSend((send) => ({ ...send, event: { ...send.event, user_data: without(send.event.user_data, ...names) } }));

/** Changes the custom data of the server's copy. */
export const serverContent = (change: (data: CapiSend['event']['custom_data']) => CapiSend['event']['custom_data']) =>
  eachSend((send) => ({ ...send, event: { ...send.event, custom_data: change(send.event.custom_data) } }));
