'use client';

import { useTranslations } from 'next-intl';
import type { PreviewPicture, Sight } from './preview-session';
import { useObjectUrl } from './use-object-url';

/** Which of the pictures is looked at. */
export function PictureChoice({
  pictures,
  sights,
  chosen,
  onChoose,
}: {
  pictures: readonly PreviewPicture[];
  sights: ReadonlyMap<string, Sight>;
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const t = useTranslations('preview');
  return (
    <div role="group" aria-label={t('choose')} className="mt-5 flex flex-wrap gap-3">
      {pictures.map((picture, index) => (
        <Thumbnail
          key={picture.key}
          picture={picture}
          label={t('chooseOne', { number: index + 1, name: picture.name })}
          waiting={sights.get(picture.key)?.state === 'waiting'}
          current={picture.key === chosen}
          onClick={() => onChoose(picture.key)}
        />
      ))}
    </div>
  );
}

function Thumbnail({
  picture,
  label,
  waiting,
  current,
  onClick,
}: {
  picture: PreviewPicture;
  label: string;
  waiting: boolean;
  current: boolean;
  onClick: () => void;
}) {
  const src = useObjectUrl(picture.file);
  return (
    <button
      type="button"
      aria-label={label}
      aria-current={current}
      onClick={onClick}
      className={`size-16 overflow-hidden rounded-xl bg-haze ring-ink aria-[current=true]:ring-2 ${waiting ? 'opacity-50' : ''}`}
    >
      {/* A file of the merchant's own that is nowhere on the server. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {src && <img src={src} alt="" className="size-full object-cover" />}
    </button>
  );
}
