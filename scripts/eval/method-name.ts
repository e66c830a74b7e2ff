import type { Row } from './measure';

type Named = Pick<Row, 'method' | 'filters' | 'bands' | 'weights' | 'limit' | 'reranker'>;

/** One method in words, such as `overlap 50, rank, 300 → intensities`. */
export function methodName({ method, filters, bands, weights, limit, reranker }: Named): string {
  const settings = [
    filters === null ? method : `${method} ${filters}`,
    ...(bands === null ? [] : [`${bands} bands`]),
    ...(weights === 'rank' ? [weights] : []),
    ...(limit === null ? [] : [`${limit}`]),
  ];
  return `${settings.join(', ')} → ${reranker}`;
}
