import Image from 'next/image';
import type { Picture } from '@/lib/catalogue/types';
import { pictureSource } from '@/lib/picture-loader';

/** A picture that fills its (positioned, sized) parent, behind a few blurred pixels until it has arrived. */
export function ProductPicture({
  picture,
  alt,
  sizes,
  preload = false,
  className = '',
}: {
  picture: Picture;
  alt: string;
  /** How wide it is drawn, as in an img's `sizes`. */
  sizes: string;
  /** True for the one picture a visitor sees first. */
  preload?: boolean;
  className?: string;
}) {
  return (
    <Image
      src={pictureSource(picture)}
      alt={alt}
      fill
      sizes={sizes}
      preload={preload}
      fetchPriority={preload ? 'high' : undefined}
      placeholder={isDataUrl(picture.placeholder) ? picture.placeholder : 'empty'}
      className={`object-cover ${className}`}
    />
  );
}

function isDataUrl(text: string): text is `data:image/${string}` {
  return text.startsWith('data:image/');
}
