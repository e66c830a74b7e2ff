'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { CircleCheck, ImageOff, LoaderCircle, RotateCw, Star, TriangleAlert, X } from 'lucide-react';
import Image from 'next/image';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FormPicture } from './pictures';
import type { PicturesInForm } from './use-pictures';

/** One picture: itself, its place, how it is doing, and what can be done with it. */
export function PictureTile({
  picture,
  place,
  problem,
  form,
}: {
  picture: FormPicture;
  /** 0 is the picture on the card. */
  place: number;
  problem: string | null;
  form: PicturesInForm;
}) {
  const t = useTranslations('register');
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: picture.key,
    attributes: { roleDescription: t('movable') },
  });
  const total = form.pictures.length;
  const { name, key } = picture;
  return (
    <li
      ref={setNodeRef}
      data-picture={name}
      data-phase={picture.phase}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={isDragging ? 'relative z-10 opacity-80' : 'relative'}
    >
      <div className="relative aspect-square overflow-hidden rounded-2xl bg-mist">
        <button
          type="button"
          {...attributes}
          {...listeners}
          aria-label={t('moveLabel', { place: place + 1, total, name })}
          className={`absolute inset-0 cursor-grab touch-manipulation overflow-hidden rounded-2xl focus-visible:-outline-offset-4 active:cursor-grabbing ${place === 0 ? 'after:absolute after:inset-0 after:rounded-2xl after:ring-2 after:ring-ink after:ring-inset' : ''}`}
        >
          <Shown key={picture.stored} picture={picture} />
        </button>
        {place === 0 && (
          <span className="pointer-events-none absolute top-2 left-2 rounded-full bg-ink px-2.5 py-1 text-xs font-semibold text-paper">
            {t('onCard')}
          </span>
        )}
        <div className="absolute top-1 right-1 flex gap-1">
          {place > 0 && (
            <TileButton
              onClick={() => form.move(key, 0)}
              label={t('makeFirst', { name })}
              icon={<Star aria-hidden="true" className="size-4" />}
            />
          )}
          <TileButton
            onClick={() => form.remove(key)}
            label={t(picture.phase === 'uploading' ? 'cancel' : 'remove', { name })}
            icon={<X aria-hidden="true" className="size-4" />}
          />
        </div>
        {picture.phase === 'uploading' && <Bar name={name} share={picture.sent} />}
      </div>
      <State picture={picture} problem={problem} retry={() => form.retry(key)} />
    </li>
  );
}

/** The file itself, else the stored picture; some formats no browser shows until the server has made its copy. */
function Shown({ picture: { src, stored, phase } }: { picture: FormPicture }) {
  const [broken, setBroken] = useState<readonly string[]>([]);
  const shown = [src, stored].find((one) => one !== null && !broken.includes(one));
  if (!shown) return <ImageOff aria-hidden="true" className="m-auto size-8 text-soft" strokeWidth={1.5} />;
  return (
    <Image
      src={shown}
      alt=""
      fill
      unoptimized={shown === src}
      sizes="(min-width: 64rem) 13rem, 45vw"
      draggable={false}
      onError={() => setBroken((before) => [...before, shown])}
      className={`object-cover ${phase === 'failed' ? 'opacity-40' : ''}`}
    />
  );
}

function TileButton({ onClick, label, icon }: { onClick: () => void; label: string; icon: React.ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={label}
      title={label}
      className="group grid size-11 place-items-center rounded-full"
    >
      <span className="grid size-8 place-items-center rounded-full bg-paper/90 text-ink shadow-sm transition-colors group-hover:bg-ink group-hover:text-paper">
        {icon}
      </span>
    </button>
  );
}

function Bar({ name, share }: { name: string; share: number }) {
  const t = useTranslations('register');
  const percent = Math.round(share * 100);
  return (
    <div className="absolute inset-x-3 bottom-3 rounded-full bg-paper/90 p-1 shadow-sm">
      <div
        role="progressbar"
        aria-label={t('uploadingName', { name })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 overflow-hidden rounded-full bg-haze"
      >
        <div
          className="h-full rounded-full bg-ink transition-[width] duration-200"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}

/** One quiet line under the picture; a failure with what to do about it. */
function State({
  picture: { phase, name, job, file, sent },
  problem,
  retry,
}: {
  picture: FormPicture;
  problem: string | null;
  retry: () => void;
}) {
  const t = useTranslations('register');
  if (phase === 'failed')
    return (
      <div className="mt-2 text-sm">
        <p className="flex gap-1.5 font-medium text-twin">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{problem}</span>
        </p>
        {(job !== null || file !== null) && (
          <button
            type="button"
            onClick={retry}
            aria-label={t('retryName', { name })}
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold hover:text-twin"
          >
            <RotateCw aria-hidden="true" className="size-4" />
            {t('retry')}
          </button>
        )}
      </div>
    );
  return (
    <p className="mt-2 flex items-center gap-1.5 text-sm text-soft tabular-nums">
      {phase === 'ready' ? (
        <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-good" />
      ) : (
        <LoaderCircle aria-hidden="true" className="size-4 shrink-0 motion-safe:animate-spin" />
      )}
      {t(`phases.${phase}`, { percent: Math.round(sent * 100) })}
    </p>
  );
}
