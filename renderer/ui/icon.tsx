/** The few signs that the window uses, drawn on a 16 px grid; words stand beside them wherever they carry meaning. */
import type { ReactNode } from 'react';

const drawings = {
  star: <path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" />,
  starred: <path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" fill="currentColor" />,
  check: <path d="M3.5 8.5l3 3 6-7" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  chevron: <path d="M6 4l4 4-4 4" />,
  copy: <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3" />,
  download: <path d="M8 2.5v7.5M5 7.5l3 3 3-3M2.5 13.5h11" />,
  upload: <path d="M8 10.5V3M5 5.5l3-3 3 3M2.5 13.5h11" />,
  stop: <rect x="4" y="4" width="8" height="8" rx="1.2" fill="currentColor" />,
  shield: <path d="M8 1.8l5 1.9v3.8c0 3.2-2.1 5.6-5 6.7-2.9-1.1-5-3.5-5-6.7V3.7z" />,
  forward: <path d="M2.5 8h10M9 4.5L12.5 8 9 11.5" />,
  up: <path d="M8 13V3.5M4 7.5l4-4 4 4" />,
  down: <path d="M8 3v9.5M4 8.5l4 4 4-4" />,
  pin: <path d="M5.5 2h5l-.6 5 2.1 2.5H4L6.1 7zM8 9.5V14" />,
  eye: (
    <path d="M1.5 8C3.2 5 5.4 3.5 8 3.5S12.8 5 14.5 8c-1.7 3-3.9 4.5-6.5 4.5S3.2 11 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" />
  ),
  'eye-shut': (
    <path d="M1.5 6.5C3.2 9 5.4 10.3 8 10.3s4.8-1.3 6.5-3.8M3.4 9l-1.2 1.8M6.2 10.2l-.5 2M9.8 10.2l.5 2M12.6 9l1.2 1.8" />
  ),
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.4" />,
  columns: <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />,
  newest: <path d="M8 3v9M4.5 8.5L8 12l3.5-3.5" />,
  sample: <path d="M2 5h12M2 11h12M5.5 5l4 6" />,
  shop: <path d="M2.5 6.5h11l-1-4h-9zM3.5 6.5v7h9v-7M6.5 13.5v-4h3v4" />,
  file: <path d="M4 1.8h5.2L12.5 5v9.2H4zM9 1.8V5h3.5" />,
  globe: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2.2 2 2.2 10 0 12M8 2C5.8 4 5.8 12 8 14" />,
  sun: (
    <path d="M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />
  ),
  moon: <path d="M13 9.6A5.5 5.5 0 1 1 6.4 3a4.5 4.5 0 0 0 6.6 6.6z" />,
  system: <path d="M2 3h12v8H2zM6 13.5h4" />,
  controls: (
    <path d="M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14M10.2 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5.7 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z" />
  ),
  phone: <path d="M4.8 1.8h6.4v12.4H4.8zM7.4 12h1.2" />,
  settings: (
    <path d="M8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM8 12.6a4.6 4.6 0 1 0 0-9.2 4.6 4.6 0 0 0 0 9.2zM8 1.6v1.8M8 12.6v1.8M1.6 8h1.8M12.6 8h1.8M3.5 3.5l1.2 1.2M11.3 11.3l1.2 1.2M12.5 3.5l-1.2 1.2M4.7 11.3l-1.2 1.2" />
  ),
  keyboard: <path d="M1.8 4h12.4v8H1.8zM4.2 6.5h.1M6.7 6.5h.1M9.2 6.5h.1M11.7 6.5h.1M5 9.5h6" />,
  plug: <path d="M6 2v3M10 2v3M4.5 5h7v2.5a3.5 3.5 0 0 1-7 0zM8 11v3" />,
  warning: <path d="M8 2.2l6.2 11.3H1.8zM8 6.5v3.2M8 11.5v.1" />,
  error: <path d="M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM8 4.8v3.7M8 11v.1" />,
  info: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.5M8 5.2v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
