import { init, type EChartsOption } from 'echarts';

const WIDTH = 860;

/** Draws a chart as SVG text. */
export function drawn(option: EChartsOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({ animation: false, backgroundColor: '#ffffff', ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
