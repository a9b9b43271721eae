/** The name, with its sign: two lanes and what joins them. */
export function Wordmark({ isLarge = false }: { isLarge?: boolean }) {
  return (
    <span className={isLarge ? 'wordmark large' : 'wordmark'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M2 7h20M2 17h20" className="lane" />
        <path d="M8.5 7l7 10" />
        <circle cx="8.5" cy="7" r="2.4" />
        <circle cx="15.5" cy="17" r="2.4" />
      </svg>
      Twinlane
    </span>
  );
}
