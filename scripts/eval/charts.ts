import type { EChartsOption } from 'echarts';
import { drawn } from '@/scripts/bench/chart';
import { recallLines } from '@/scripts/bench/recall-chart';
import type { Row } from './measure';
import { methodName } from './method-name';
import { byFeatures, byIntensities, byShortlist } from './reranker';

const ROW_HEIGHT = 44;
const FRAME_HEIGHT = 100;
/** Nothing measures text where there is no browser. */
const LEGEND_GAP = 28;

/** Precision of the comparisons of all pictures, best first: what narrowing can at most keep. */
export function precisionChart(rows: readonly Row[], title: string): string {
  const shown = rows
    .filter(({ method }) => method === 'exhaustive' || method === 'random')
    .toSorted((a, b) => a.pAt10 - b.pAt10);
  const bars = (name: string, valueOf: (row: Row) => number) => ({
    name,
    type: 'bar' as const,
    data: shown.map((row) => Number(valueOf(row).toFixed(3))),
    label: { show: true, position: 'right' as const, fontSize: 9 },
  });
  const option: EChartsOption = {
    title: { text: title, left: 'center', textStyle: { fontSize: 14 } },
    legend: { top: 30, itemGap: LEGEND_GAP },
    grid: { left: 170, right: 40, top: 64, bottom: 30 },
    xAxis: { type: 'value', min: 0, max: 1 },
    yAxis: {
      type: 'category',
      data: shown.map(({ reranker, method }) => (method === 'random' ? method : reranker)),
    },
    series: [
      bars('P@1', ({ pAt1 }) => pAt1),
      bars('P@5', ({ pAt5 }) => pAt5),
      bars('P@10', ({ pAt10 }) => pAt10),
    ],
  };
  return drawn(option, FRAME_HEIGHT + ROW_HEIGHT * shown.length);
}

/** What narrowing keeps of the true ten, by the number of candidates it leaves. */
export function recallChart(rows: readonly Row[], title: string): string {
  const narrowed = rows.filter(isInRecallChart);
  const lineOf = (row: Row) => methodName({ ...row, limit: null });
  const names = [...new Set(narrowed.map(lineOf))];
  const pointsOf = (name: string) =>
    narrowed
      .filter((row) => lineOf(row) === name)
      .map(({ candidates, recallAt10 }) => [candidates, recallAt10] as const);
  return recallLines(
    title,
    names.map((name) => ({ name, points: pointsOf(name) })),
  );
}

const OF_THE_SHOP = [byFeatures, byIntensities, byShortlist].map(({ name }) => name);

/** The published way, the published filters counted, and more of them weighted, with the re-rankers of the shop. */
function isInRecallChart({ method, filters, weights, reranker }: Row): boolean {
  const isShown =
    method === 'bitwise-and' || (method === 'overlap' && (filters === 25) === (weights === 'equal'));
  return isShown && OF_THE_SHOP.includes(reranker);
}
