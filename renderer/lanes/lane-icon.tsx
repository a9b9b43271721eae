/** Signs of the controls of the lanes, on a 16 px grid. */
const drawings = {
  in: 'M8 3.5v9M3.5 8h9',
  out: 'M3.5 8h9',
  fit: 'M2.5 3.5v9M13.5 3.5v9M5 8h6M6.8 6L4.8 8l2 2M9.2 6l2 2-2 2',
  follow: 'M13.5 3.5v9M2.5 8h8M7.5 5l3 3-3 3',
};

export function LaneIcon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="icon" width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
