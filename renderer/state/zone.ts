/** Whose clock and whose way of writing numbers the window uses. */
import { setDisplay } from '../../shared/view/display.ts';
import { type Preferences, prefer, usePreferences } from './preferences.ts';

/** Before the first picture. */
export function restoreDisplay(): void {
  setDisplay({ locale: navigator.language, timeZone: zoneOf(usePreferences.getState().zone) });
}

/** All that is shown is drawn anew: times stand everywhere. */
export function switchZone(): void {
  setZone(usePreferences.getState().zone === 'utc' ? 'local' : 'utc');
}

export function setZone(zone: Preferences['zone']): void {
  setDisplay({ timeZone: zoneOf(zone) });
  prefer({ zone });
}

function zoneOf(zone: Preferences['zone']): string | undefined {
  return zone === 'utc' ? 'UTC' : undefined;
}
