const RADIUS = 5;

/** Two rings that overlap as much as two pictures do (0 … 1): the shop's mark, used as a gauge. Decorative. */
export function Rings({ similarity, className }: { similarity: number; className?: string }) {
  const apart = (1 - similarity) * RADIUS * 2;
  const left = 10 - apart / 2;
  return (
    <svg
      viewBox="0 0 20 12"
      fill="none"
      strokeWidth="1.8"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <circle cx={left} cy="6" r={RADIUS - 1} stroke="currentColor" />
      <circle cx={left + apart} cy="6" r={RADIUS - 1} className="stroke-twin" />
    </svg>
  );
}
