/** What the lanes show now, for the controls around them; and what can be asked of them from anywhere. */
import { create } from 'zustand';

/** `fit`: all of the session, as it grows. `follow`: the newest at the right edge. `free`: where the user left it. */
export type LaneMode = 'fit' | 'follow' | 'free';

/**
 * `x`, `y`: what it points at, in px of the lanes. `edgeY`: where its nearer edge stands, clear of the names.
 * A pair is shown by its key, all else by its line.
 */
export type LaneTip = { x: number; y: number; edgeY: number; isAbove: boolean; pair: string | null; line: string };

export const useLanes = create<{ mode: LaneMode; tip: LaneTip | null }>(() => ({ mode: 'fit', tip: null }));

export type LaneCommands = {
  fit(): void;
  follow(): void;
  /** Larger than 1 is nearer; at the selected pair, or in the middle. */
  zoom(factor: number): void;
};

let commands: LaneCommands | null = null;

const zoomStep = 1.6;

export function setLaneCommands(now: LaneCommands | null): void {
  commands = now;
}

export const fitLanes = () => commands?.fit();
export const followLanes = () => commands?.follow();
export const zoomLanesIn = () => commands?.zoom(zoomStep);
export const zoomLanesOut = () => commands?.zoom(1 / zoomStep);

export function showLaneTip(tip: LaneTip | null): void {
  const now = useLanes.getState().tip;
  const isSame = tip?.x === now?.x && tip?.y === now?.y && tip?.pair === now?.pair && tip?.line === now?.line;
  if (!isSame) useLanes.setState({ tip });
}
