const RADIUS = 5;
const LEFT = 5;

/** Two rings that overlap as much as two pictures do (0 … 1): the shop's mark, used as a gauge. Decorative. */
export function Rings({ similarity, className }: { similarity: number; className?: string }) {
  const right = LEFT + (1 - similarity) * RADIUS * 2;
  return (
    <svg
      viewBox="0 0 20 12"
      fill="none"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <circle cx={LEFT} cy="6" r={RADIUS - 0.8} stroke="currentColor" />
      <circle cx={right} cy="6" r={RADIUS - 0.8} className="stroke-twin" />
    </svg>
  );
}
