import { drawn } from './chart';

const HEIGHT = 480;
/** Nothing measures text where there is no browser. */
const LEGEND_GAP = 36;

export interface RecallLine {
  readonly name: string;
  /** Number of candidates, and the share of the true ten that is among them; null where it was not measured. */
  readonly points: readonly (readonly [candidates: number, recallAt10: number | null])[];
}

/** Recall by number of candidates on a logarithmic scale, one line each, as SVG text. */
export function recallLines(title: string, lines: readonly RecallLine[]): string {
  return drawn(
    {
      title: { text: title, left: 'center', textStyle: { fontSize: 14 } },
      legend: { bottom: 0, itemGap: LEGEND_GAP },
      grid: { left: 60, right: 30, top: 50, bottom: 130 },
      xAxis: {
        type: 'log',
        name: 'candidates',
        nameLocation: 'middle',
        nameGap: 26,
        min: 'dataMin',
        max: 'dataMax',
      },
      yAxis: { type: 'value', name: 'recall@10', min: ({ min }) => Math.floor(min * 10) / 10, max: 1 },
      series: lines.map(({ name, points }) => ({
        name,
        type: 'line' as const,
        symbolSize: 7,
        data: points.map((point) => [...point]),
      })),
    },
    HEIGHT,
  );
}
