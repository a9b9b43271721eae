/** Sets up the stage for as long as the lanes are on the page, and keeps it as large and as coloured as the page. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { usePairs, useVisiblePairs } from '../state/derived.ts';
import { setLaneCommands } from '../state/lanes.ts';
import { usePreferences } from '../state/preferences.ts';
import { useTheme } from '../state/theme.ts';
import { createLaneStage, type LaneStage } from './lane-stage.ts';

export type StageRefs = {
  host: RefObject<HTMLDivElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  strip: RefObject<HTMLCanvasElement | null>;
  stripWindow: RefObject<HTMLDivElement | null>;
};

export function useLaneStage(refs: StageRefs): RefObject<LaneStage | null> {
  const stage = useRef<LaneStage | null>(null);
  const { host, canvas, strip, stripWindow } = refs;

  useLayoutEffect(() => {
    if (!host.current || !canvas.current || !strip.current || !stripWindow.current) return;
    const made = createLaneStage({
      host: host.current,
      canvas: canvas.current,
      strip: strip.current,
      stripWindow: stripWindow.current,
    });
    stage.current = made;
    const watching = watchSize(host.current, (widthPx, heightPx) => made.resize(widthPx, heightPx));
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', made.retheme);
    setLaneCommands({
      fit: () => made.view.setMode('fit'),
      follow: () => made.view.setMode('follow'),
      zoom: (factor) => made.view.zoom(factor, made.focusPx()),
    });
    return () => {
      watching.disconnect();
      scheme.removeEventListener('change', made.retheme);
      setLaneCommands(null);
      made.close();
      stage.current = null;
    };
  }, [host, canvas, strip, stripWindow]);

  const theme = useTheme((state) => state.theme);
  const zone = usePreferences((state) => state.zone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours follow through the style sheet, times through the display.
  useEffect(() => stage.current?.retheme(), [theme, zone]);

  const pairs = usePairs();
  const visible = useVisiblePairs();
  useLayoutEffect(() => {
    stage.current?.keepInSight(visible.length === pairs.length ? null : visible);
  }, [visible, pairs]);
  return stage;
}

/** Told first when the page is laid out: the rows are in the picture before the lanes are painted. */
function watchSize(element: HTMLElement, tell: (widthPx: number, heightPx: number) => void): ResizeObserver {
  const observer = new ResizeObserver(() => tell(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return observer;
}
