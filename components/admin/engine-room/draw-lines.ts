import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

withParts([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** The last five minutes. */
const SHOWN_MS = 300_000;

/** A line of a chart: a name and its points, milliseconds since 1970 and value; null is a gap. */
export interface ChartLine {
  readonly name: string;
  readonly points: readonly (readonly [at: number, value: number | null])[];
}

/** Draws lines into the element, in the page's colours, and follows its size and the change of light and dark. */
export function openChart(element: HTMLElement, locale: string) {
  const chart = init(element);
  let shown: readonly ChartLine[] = [];
  const draw = (lines: readonly ChartLine[]) => {
    shown = lines;
    chart.setOption(optionsOf(lines, coloursOf(element), locale), { notMerge: true });
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

function optionsOf(lines: readonly ChartLine[], colours: Colours, locale: string) {
  const { ink, soft, line, twin, paper, font } = colours;
  const newest = Math.max(...lines.map(({ points }) => points.at(-1)?.[0] ?? 0)) || Date.now();
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
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
      min: newest - SHOWN_MS,
      max: newest,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, formatter: (at: number) => time.format(at) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 0.1,
      splitNumber: 3,
      axisLabel: text,
      splitLine: { lineStyle: { color: line } },
    },
    series: lines.map(({ name, points }) => ({
      type: 'line',
      name,
      data: points,
      showSymbol: points.length < 2,
      lineStyle: { width: 2 },
      connectNulls: false,
    })),
  };
}
