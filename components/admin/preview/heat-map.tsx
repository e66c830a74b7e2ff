'use client';

import { useTranslations } from 'next-intl';
import { answering, mapOf, MAP_SIDE, strongestPlace } from './filter-map';

/** Where in the picture a filter answers: 49 places over it, the stronger the more colour, and the same in words. */
export function HeatMap({
  src,
  name,
  activation,
  filter,
}: {
  src: string;
  name: string;
  activation: Float32Array;
  filter: number;
}) {
  const t = useTranslations('preview');
  const map = mapOf(activation, filter);
  const place = strongestPlace(map);
  const words = place
    ? t('mapText', { filter, place: t(`places.${place}`), count: answering(map), all: map.length })
    : t('mapNothing', { filter });
  return (
    <figure className="max-w-sm">
      <div
        role="img"
        aria-label={t('mapLabel', { name, words })}
        className="relative overflow-hidden rounded-2xl"
      >
        {/* A file of the merchant's own that is nowhere on the server. */}
        {/* eslint-disable-next-line @next/next/no-img-element */}
        <img src={src} alt="" className="block w-full" />
        <svg
          viewBox={`0 0 ${MAP_SIDE} ${MAP_SIDE}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          shapeRendering="crispEdges"
          className="absolute inset-0 size-full bg-black/25"
        >
          {Array.from(map, (value, i) => (
            <rect
              key={i}
              x={i % MAP_SIDE}
              y={Math.floor(i / MAP_SIDE)}
              width="1"
              height="1"
              className="fill-twin"
              fillOpacity={0.85 * value}
            />
          ))}
        </svg>
      </div>
      <figcaption className="mt-3 text-sm">
        <Legend />
        <p className="mt-2 text-soft" data-map-words>
          {words}
        </p>
      </figcaption>
    </figure>
  );
}

function Legend() {
  const t = useTranslations('preview');
  return (
    <div className="flex items-center gap-2 text-xs text-soft" aria-hidden="true">
      {t('legendWeak')}
      <span className="h-2 flex-1 rounded-full bg-linear-to-r from-haze to-twin" />
      {t('legendStrong')}
    </div>
  );
}
