import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

withParts([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** A line of a chart: a name and its points, milliseconds since 1970 and value; null is a gap. */
export interface ChartLine {
  readonly name: string;
  readonly points: readonly (readonly [at: number, value: number | null])[];
}

/** How a chart writes its figures. */
export interface ChartWords {
  readonly locale: string;
  readonly timeZone: string | undefined;
  /** Of things that are counted: no marks between whole numbers. */
  readonly whole: boolean;
}

/** What is shown: the last five minutes, with a mark at each. */
const SHOWN_MS = 300_000;
const MARK_MS = 60_000;

/** Draws lines into the element, in the page's colours, and follows its size and the change of light and dark. */
export function openChart(element: HTMLElement, words: ChartWords) {
  const chart = init(element);
  let shown: readonly ChartLine[] = [];
  const draw = (lines: readonly ChartLine[]) => {
    shown = lines;
    chart.setOption(optionsOf(lines, coloursOf(element), words), { notMerge: true });
  };
  const redraw = () => draw(shown);
  const sizes = new ResizeObserver(() => chart.resize());
  const theme = matchMedia('(prefers-color-scheme: dark)');
  sizes.observe(element);
  theme.addEventListener('change', redraw);
  const close = () => {
    sizes.disconnect();
    theme.removeEventListener('change', redraw);
    chart.dispose();
  };
  return { draw, close };
}

interface Colours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly twin: string;
  readonly paper: string;
  readonly font: string;
}

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    twin: of('twin'),
    paper: of('paper'),
    font: style.fontFamily,
  };
}

function optionsOf(lines: readonly ChartLine[], colours: Colours, words: ChartWords) {
  const { ink, soft, line, twin, paper, font } = colours;
  const { locale, timeZone, whole } = words;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat(locale, { ...clock, timeZone });
  const last = lines[0]?.points.at(-1)?.[0];
  const text = { color: soft, fontFamily: font, fontSize: 12 };
  return {
    animation: false,
    color: [ink, twin],
    textStyle: { fontFamily: font },
    grid: { left: 4, right: 8, top: lines.length > 1 ? 28 : 10, bottom: 4, containLabel: true },
    legend:
      lines.length > 1 ? { right: 0, top: 0, icon: 'roundRect', itemHeight: 3, textStyle: text } : undefined,
    tooltip: {
      trigger: 'axis',
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: ink, fontFamily: font, fontSize: 13 },
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? String(Math.round(value * 100) / 100) : '–',
    },
    xAxis: {
      type: 'time',
      ...(last !== undefined && { min: last - SHOWN_MS, max: last }),
      minInterval: MARK_MS,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, formatter: (at: number) => time.format(at) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: whole ? 1 : 0.1,
      splitNumber: 3,
      axisLabel: text,
      splitLine: { lineStyle: { color: line } },
    },
    series: lines.map(({ name, points }) => ({
      type: 'line',
      name,
      data: points,
      // A moment between two gaps would be a line without length.
      showSymbol: points.length < 2 || points.some(([, value]) => value === null),
      lineStyle: { width: 2 },
      connectNulls: false,
    })),
  };
}
