/** What a person can do about the network of a running recording; each is one call of the contract. */
import { create } from 'zustand';
import type { CallInput, CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { attempt } from './feedback.ts';

export type OwnBrowsers = CallOutput<'browser.lines'>;

type Asked = { browsers: OwnBrowsers | null; refusal: string | null };

export const useOwnBrowsers = create<Asked>(() => ({ browsers: null, refusal: null }));

/** The lines hold for this recording alone: they are asked for anew whenever they are shown. */
export async function askForOwnBrowsers(): Promise<void> {
  useOwnBrowsers.setState({ browsers: null, refusal: null });
  try {
    useOwnBrowsers.setState({ browsers: await callCore('browser.lines', {}) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    useOwnBrowsers.setState({ refusal: error.message });
  }
}

/** Rejects with a Refusal. */
export const trustHost = (host: string) => callCore('session.trust-host', { host });
export const distrustHost = (host: string) => callCore('session.distrust-host', { host });
export const startPolling = (poll: CallInput<'source.poll'>) => callCore('source.poll', poll);
export const openLan = () => callCore('lan.open', {});
export const closeLan = () => attempt(texts.feedback.underWay.closeLan, () => callCore('lan.close', {}));
export const setEndpointMode = (mode: CallInput<'endpoint.set-mode'>) => callCore('endpoint.set-mode', mode);
/** The same from where nothing lies over the window. */
export const trustHostNow = (host: string) => attempt(texts.feedback.underWay.trust, () => trustHost(host));
