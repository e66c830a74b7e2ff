import { init, type BarSeriesOption } from 'echarts';

const WIDTH = 860;
const ROW_HEIGHT = 34;
const AROUND = 120;
const FONT = 'system-ui, sans-serif';

export interface Bars {
  readonly title: string;
  /** What the bars measure, with its unit. */
  readonly unit: string;
  /** One row of bars each, the first on top. */
  readonly rows: readonly string[];
  /** Several series stand behind one another in a row. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A chart of lying bars, as SVG text. */
export function barChart({ title, unit, rows, series }: Bars): string {
  const height = AROUND + rows.length * ROW_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const stacked = series.length > 1;
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT },
    title: { text: title, textStyle: { fontFamily: FONT, fontSize: 16 } },
    legend: { show: stacked, top: 32 },
    grid: { top: 70, bottom: 44, left: 12, right: 60, containLabel: true },
    xAxis: { type: 'value', name: unit, nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: 'category', data: [...rows], inverse: true },
    series: series.map(({ name, values }): BarSeriesOption => ({
      ...{ name, type: 'bar', barWidth: '62%', data: values.map(rounded) },
      ...(stacked ? { stack: 'row' } : { label: { show: true, position: 'right' } }),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Three digits that matter. */
const rounded = (value: number) => Number(value.toPrecision(3));
