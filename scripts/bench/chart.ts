import { type BarSeriesOption, type EChartsOption, init, type LineSeriesOption } from 'echarts';

const WIDTH = 860;
const ROW_HEIGHT = 34;
const AROUND_ROWS = 120;
const LINES_HEIGHT = 480;
const MARGIN = 16;
/** Nothing measures text here: about what a letter is wide. */
const LETTER_WIDTH = 7;
const LEGEND_GAP = 24;
const FONT = 'system-ui, sans-serif';

export interface Bars {
  readonly title: string;
  /** What the bars measure, with its unit. */
  readonly unit: string;
  /** One row of bars each, the first on top. */
  readonly rows: readonly string[];
  /** Several series stand behind one another in a row. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Default `linear`. On a logarithmic scale there is one series, and every value is above 0. */
  readonly scale?: 'linear' | 'log';
}

/** A chart of lying bars, as SVG text. */
export function barChart({ title, unit, rows, series, scale = 'linear' }: Bars): string {
  const stacked = series.length > 1;
  const axis = { name: unit, nameLocation: 'middle' as const, nameGap: 28 };
  const start = powerOfTenBelow(Math.min(...series.flatMap(({ values }) => values)));
  const left = MARGIN + LETTER_WIDTH * Math.max(...rows.map(({ length }) => length));
  const option: EChartsOption = {
    title: { text: title },
    legend: { show: stacked, top: 38, itemGap: LEGEND_GAP },
    grid: { top: 78, bottom: 44, left, right: 60 },
    xAxis:
      scale === 'log' ? { type: 'log', min: start, startValue: start, ...axis } : { type: 'value', ...axis },
    yAxis: { type: 'category', data: [...rows], inverse: true },
    series: series.map(({ name, values }): BarSeriesOption => ({
      ...{ name, type: 'bar', barWidth: '62%', data: values.map(rounded) },
      ...(stacked ? { stack: 'row' } : { label: { show: true, position: 'right' } }),
    })),
  };
  return drawn(option, AROUND_ROWS + rows.length * ROW_HEIGHT);
}

export interface Lines {
  readonly title: string;
  readonly xUnit: string;
  readonly yUnit: string;
  readonly series: readonly {
    readonly name: string;
    readonly points: readonly (readonly [number, number])[];
  }[];
}

/** A chart of lines on two logarithmic scales, as SVG text: what grows linearly rises tenfold from one power of ten to the next. */
export function growthChart({ title, xUnit, yUnit, series }: Lines): string {
  const option: EChartsOption = {
    title: { text: title },
    legend: { bottom: 0, type: 'plain', itemGap: LEGEND_GAP },
    grid: { top: 60, bottom: 100, left: 60, right: 30 },
    xAxis: { type: 'log', min: 'dataMin', name: xUnit, nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: 'log', name: yUnit },
    series: series.map(({ name, points }): LineSeriesOption => ({
      ...{ name, type: 'line', symbolSize: 7 },
      data: points.map(([x, y]) => [x, rounded(y)]),
    })),
  };
  return drawn(option, LINES_HEIGHT);
}

/** Draws any chart as SVG text. */
export function drawn(option: EChartsOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const look = { animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: FONT } };
  chart.setOption({ ...look, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const powerOfTenBelow = (value: number) => 10 ** Math.floor(Math.log10(value));

/** Three digits that matter. */
const rounded = (value: number) => Number(value.toPrecision(3));
