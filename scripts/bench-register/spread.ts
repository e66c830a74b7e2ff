export interface Spread {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
