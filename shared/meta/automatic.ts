/** Tells what Meta's script made by itself from what the site asked for. */
import type { Param } from './form.ts';

/** Event names that only the script uses; recorded from the real script. */
const automaticNames = new Set(['SubscribedButtonClick', 'Microdata', 'PixelInitialized', 'UserProperties']);

/**
 * True for events that nobody configured. `es=automatic` also stands on events of the Event Setup Tool
 * (`cd[cs_est]`), which the site's owner did configure and which count like any other. The PageView that the script
 * makes on a history change (`ie[a]=1`) has no `es` and is an ordinary one.
 */
export function isAutomaticEvent(eventName: string, params: readonly Param[]): boolean {
  if (automaticNames.has(eventName)) return true;
  const isSystem = params.some(({ key, value }) => key === 'es' && value === 'automatic');
  return isSystem && !params.some(({ key }) => key === 'cd[cs_est]');
}

/**
 * True for ids that the script's gateway plugins make up where the site gave none: random for each event, so that no
 * event of the site's own server can carry the same (recorded from the real script).
 */
export function isAutomaticEventId(eventId: string): boolean {
  return /^(?:ob3?|sgwpixel|pcm)_plugin-set_[0-9a-f]{64}$/.test(eventId);
}

/** True for user agents for which Meta's script counts events and sends none (recorded from the real script). */
export function isDroppedAsBot(userAgent: string | null): boolean {
  return userAgent?.includes('HeadlessChrome') === true;
}
