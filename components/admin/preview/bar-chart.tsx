'use client';

import { BarChart as Bars } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as withParts, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

withParts([Bars, GridComponent, SVGRenderer]);

export interface Bar {
  readonly filter: number;
  /** Whole percent of the strongest. */
  readonly percent: number;
}

/** The strongest filters as bars, one of them marked. For the eye and the mouse only: the list around it is the control. */
export function BarChart({
  bars,
  chosen,
  onChoose,
}: {
  bars: readonly Bar[];
  chosen: number;
  onChoose: (filter: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });

  useEffect(() => {
    const element = frame.current!;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ name }) => choose.current(Number(name)));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(optionOf(bars, chosen));
  }, [bars, chosen]);

  return <div ref={frame} aria-hidden="true" className="h-56 w-full md:h-64" />;
}

/** Colours come from the page's own names, so that they follow the theme. */
function optionOf(bars: readonly Bar[], chosen: number) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    animationDuration: 300,
    animationDurationUpdate: 150,
    grid: { left: 4, right: 4, top: 8, bottom: 24 },
    xAxis: {
      type: 'category',
      data: bars.map(({ filter }) => String(filter)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { color: 'var(--soft)', fontSize: 11, fontFamily: 'inherit' },
    },
    yAxis: { type: 'value', max: 100, show: false },
    series: [
      {
        type: 'bar',
        barCategoryGap: '25%',
        cursor: 'pointer',
        data: bars.map(({ filter, percent }) => ({
          value: percent,
          itemStyle: {
            color: filter === chosen ? 'var(--twin)' : 'var(--soft)',
            opacity: filter === chosen ? 1 : 0.55,
            borderRadius: [4, 4, 0, 0],
          },
        })),
        emphasis: { itemStyle: { opacity: 1 } },
      },
    ],
  };
}
