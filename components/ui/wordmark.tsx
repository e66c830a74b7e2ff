/** The name, drawn: the ㅇ of 닮아 is two rings that overlap, as two look-alikes do. Decorative: name its link. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 69 32"
      fill="none"
      strokeWidth="3.4"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <g stroke="currentColor" strokeLinecap="square" strokeLinejoin="miter">
        <path d="M13 3.4H4v8.8h9.6" />
        <path d="M20.4 2.6v11.6M20.4 8.3h4.4" />
        <path d="M4 18h8.6v5.3H4v5.7h9" />
        <path d="M17.4 18h7.2v11h-7.2z" />
        <circle cx="40.4" cy="15.6" r="6.9" />
        <path d="M60.4 2.6v26.8M60.4 15.6h4.8" />
      </g>
      <circle cx="46.4" cy="15.6" r="6.9" className="stroke-twin" />
    </svg>
  );
}
